package vn.dvc.pay.reconciliation.difference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.statement.TakenStatement;

/**
 * Stores differences. Change them only under the bank's lock, or with the difference itself locked.
 */
@Component
class DifferenceRepository {
  private static final String SELECT =
      """
      select id, bank, on_day, kind, reference, line_no, money, credit, payment, bank_amount,
        our_amount, bank_ref, other_bank_ref, booked_twice, unreadable, moved_at, state, case_id,
        decision
      from difference\s""";

  private final JdbcClient jdbc;

  DifferenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Difference> find(String bank, LineClass kind, String key) {
    return jdbc.sql(SELECT + "where bank = ? and kind = ? and reference = ?")
        .params(bank, kind.name(), key)
        .query(DifferenceRepository::difference)
        .optional();
  }

  List<Difference> ofDay(String bank, LocalDate day) {
    return jdbc.sql(SELECT + "where bank = ? and on_day = ? order by line_no, moved_at, reference")
        .params(bank, day)
        .query(DifferenceRepository::difference)
        .list();
  }

  List<Difference> withoutCase(String bank, int atMost) {
    return jdbc.sql(
            SELECT
                + """
                where bank = ? and state = 'OPEN' and case_id is null
                order by on_day, line_no, id fetch first ? rows only""")
        .params(bank, atMost)
        .query(DifferenceRepository::difference)
        .list();
  }

  boolean anyPending(String bank, LocalDate first, LocalDate last) {
    return jdbc.sql(
                """
                select count(*) from difference
                where bank = ? and on_day >= ? and on_day <= ? and state = 'PENDING'""")
            .params(bank, first, last)
            .query(Long.class)
            .single()
        > 0;
  }

  Difference lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update")
        .param(id)
        .query(DifferenceRepository::difference)
        .single();
  }

  /** Open differences of this day that this matching has not found. */
  List<Difference> notSeen(String bank, LocalDate day, UUID matching, int atMost) {
    return jdbc.sql(
            SELECT
                + """
                where bank = ? and on_day = ? and state in ('PENDING', 'OPEN')
                  and (seen is null or seen <> ?)
                order by id fetch first ? rows only""")
        .params(bank, day, matching, atMost)
        .query(DifferenceRepository::difference)
        .list();
  }

  /**
   * @param matching the matching that found it
   */
  void insert(
      TakenStatement statement, Finding it, Difference.State state, UUID matching, Instant now) {
    jdbc.sql(
            """
            insert into difference (id, bank, on_day, kind, reference, line_no, money, credit, payment,
              bank_amount, our_amount, bank_ref, other_bank_ref, booked_twice, unreadable, moved_at,
              state, seen, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            "D" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT),
            statement.bank(),
            statement.day(),
            it.kind().name(),
            it.key(),
            it.line(),
            it.money(),
            it.credit(),
            it.payment(),
            it.bankAmount(),
            it.ourAmount(),
            it.bankRef(),
            it.otherBankRef(),
            it.bookedTwice(),
            it.unreadable(),
            utc(it.at()),
            state.name(),
            matching,
            utc(now))
        .update();
  }

  void update(
      String id, TakenStatement statement, Finding it, Difference.State state, UUID matching) {
    jdbc.sql(
            """
            update difference set on_day = ?, line_no = ?, payment = ?, bank_amount = ?,
              our_amount = ?, bank_ref = ?, unreadable = ?, moved_at = ?, state = ?, seen = ?
            where id = ?""")
        .params(
            statement.day(),
            it.line(),
            it.payment(),
            it.bankAmount(),
            it.ourAmount(),
            it.bankRef(),
            it.unreadable(),
            utc(it.at()),
            state.name(),
            matching,
            id)
        .update();
  }

  void settle(String id, Instant now) {
    jdbc.sql("update difference set state = 'SETTLED', settled_at = ? where id = ?")
        .params(utc(now), id)
        .update();
  }

  /** Reopens a difference that reappeared; it gets a new case. */
  void reopen(String id, Difference.State state) {
    jdbc.sql("update difference set state = ?, case_id = null, settled_at = null where id = ?")
        .params(state.name(), id)
        .update();
  }

  void hasCase(String id, String caseId) {
    jdbc.sql("update difference set case_id = ? where id = ?").params(caseId, id).update();
  }

  void decided(String id, String decision, Instant now) {
    jdbc.sql("update difference set state = 'DECIDED', decision = ?, settled_at = ? where id = ?")
        .params(decision, utc(now), id)
        .update();
  }

  private static Difference difference(ResultSet row, int number) throws SQLException {
    var at = row.getObject("moved_at", OffsetDateTime.class);
    return new Difference(
        row.getString("id"),
        row.getString("bank"),
        row.getObject("on_day", LocalDate.class),
        LineClass.valueOf(row.getString("kind")),
        row.getString("reference"),
        row.getObject("line_no", Integer.class),
        row.getString("money"),
        row.getObject("credit", Boolean.class),
        row.getString("payment"),
        row.getObject("bank_amount", Long.class),
        row.getObject("our_amount", Long.class),
        row.getString("bank_ref"),
        row.getString("other_bank_ref"),
        row.getBoolean("booked_twice"),
        row.getString("unreadable"),
        at == null ? null : at.toInstant(),
        Difference.State.valueOf(row.getString("state")),
        row.getString("case_id"),
        row.getString("decision"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
