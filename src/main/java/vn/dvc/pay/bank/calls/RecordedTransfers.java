package vn.dvc.pay.bank.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Transfers;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** Reads transfers from the tables of attempts and calls. */
@Component
class RecordedTransfers implements Transfers {
  private static final String MOVES_MONEY = "('OTP', 'CAPTURE', 'DEBIT', 'REVERSAL')";
  private static final String SELECT =
      """
      select a.attempt_ref, a.subject, a.amount, a.state, a.bank_ref, t.asked_at
      from attempt a left join (
        select attempt_ref, max(sent_at) as asked_at from bank_call
        where operation in %s and %s group by attempt_ref) t on t.attempt_ref = a.attempt_ref
      where a.bank = :bank and a.amount is not null""";
  private static final String NAMED =
      SELECT.formatted(MOVES_MONEY, "attempt_ref in (:attempts)")
          + " and a.attempt_ref in (:attempts)";

  /** Dated by the last request, because the capture may follow on the day after the OTP. */
  private static final String MOVED =
      """
      select a.attempt_ref, a.subject, a.amount, a.state, a.bank_ref, max(c.sent_at) as asked_at
      from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
      where c.sent_at >= :from and c.sent_at < :before and c.operation in %1$s
        and a.bank = :bank and a.amount is not null and a.state in ('DEBITED', 'REVERSED')
        and not exists (select 1 from bank_call later where later.attempt_ref = c.attempt_ref
          and later.operation in %1$s and later.sent_at >= :before)
      group by a.attempt_ref, a.subject, a.amount, a.state, a.bank_ref
      order by asked_at, a.attempt_ref"""
          .formatted(MOVES_MONEY);

  private final JdbcClient jdbc;

  RecordedTransfers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Transfer> named(String bank, Collection<UUID> attempts) {
    if (attempts.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(NAMED)
        .param("bank", bank)
        .param("attempts", attempts)
        .query(RecordedTransfers::transfer)
        .list();
  }

  @Override
  public List<Transfer> moved(String bank, Instant from, Instant before) {
    return jdbc.sql(MOVED)
        .param("bank", bank)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(RecordedTransfers::transfer)
        .list();
  }

  private static Transfer transfer(ResultSet row, int number) throws SQLException {
    var asked = row.getObject("asked_at", OffsetDateTime.class);
    return new Transfer(
        new AttemptRef(row.getObject("attempt_ref", UUID.class)),
        Attempt.Subject.parse(row.getString("subject")),
        Money.dong(row.getLong("amount")),
        Attempt.State.valueOf(row.getString("state")),
        row.getString("bank_ref"),
        asked == null ? null : asked.toInstant());
  }
}
