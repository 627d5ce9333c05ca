package vn.dvc.pay.reconciliation.difference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.payment.StatedCollection;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/**
 * Accepts collections that were never announced by a notice, for the differences that show them.
 */
@Component
public class TakingIn {
  private static final String LINE =
      """
      select s.id, l.account, l.line_no, l.reference, l.amount, l.transfer_text, l.booked_at
      from reconciliation r join statement s on s.id = r.statement
        join statement_line l on l.statement = s.id
      where r.bank = ? and r.on_day = ? and l.line_no = ? and l.credit""";

  private final Movements movements;
  private final JdbcClient jdbc;

  TakingIn(Movements movements, JdbcClient jdbc) {
    this.movements = movements;
    this.jdbc = jdbc;
  }

  /** The signed line, if it is a credit under a reference that cannot be an attempt's. */
  Optional<StatedCollection> find(Difference it) {
    if (it.kind() != LineClass.BANK_ONLY
        || !Boolean.TRUE.equals(it.credit())
        || !AttemptRef.meantBy(it.money()).isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(LINE)
        .params(it.bank(), it.day(), it.line())
        .query((row, number) -> line(it.bank(), row))
        .optional()
        .filter(Objects::nonNull)
        .filter(line -> line.reference().equals(it.money()))
        .filter(line -> line.amount().dong() == it.bankAmount());
  }

  /**
   * @throws Problem difference-not-collection (409)
   */
  StatedCollection requirePossible(Difference it) {
    return find(it).orElseThrow(() -> Problem.conflict("difference-not-collection"));
  }

  void takeIn(Difference it) {
    movements.takeIn(requirePossible(it));
  }

  private static StatedCollection line(String bank, ResultSet row) throws SQLException {
    var account = row.getString("account");
    if (!AccountNumber.isValid(account)) {
      return null;
    }
    var text = row.getString("transfer_text");
    return new StatedCollection(
        row.getObject("id", UUID.class),
        row.getInt("line_no"),
        row.getString("reference"),
        new AccountNumber(bank, account),
        Money.dong(row.getLong("amount")),
        text == null ? "" : text,
        row.getObject("booked_at", OffsetDateTime.class).toInstant());
  }
}
