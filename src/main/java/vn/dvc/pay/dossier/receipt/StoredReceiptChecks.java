package vn.dvc.pay.dossier.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.ReceiptChecks;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;

/** Compares with what was stored when the receipt was issued. */
@Component
class StoredReceiptChecks implements ReceiptChecks {
  /** Compared where there is no receipt, so that it takes as long; no code looks like this. */
  private static final String NONE = "------------";

  private final JdbcClient jdbc;

  StoredReceiptChecks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String codeOf(String number) {
    return jdbc.sql("select check_code from receipt where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  @Override
  public Optional<Confirmed> check(String number, String code) {
    var stored =
        jdbc.sql(
                """
                select r.number, r.dossier, d.amount, r.issued_at, r.cancelled_at, r.check_code
                from receipt r join dossier d on d.code = r.dossier where r.number = ?""")
            .param(number.strip().toUpperCase(Locale.ROOT))
            .query((row, line) -> new Stored(row.getString("check_code"), confirmed(row)))
            .optional();
    var isRight = CheckCode.matches(stored.map(Stored::code).orElse(NONE), code);
    return stored.filter(any -> isRight).map(Stored::confirmed);
  }

  private static Confirmed confirmed(ResultSet row) throws SQLException {
    var cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
    return new Confirmed(
        row.getString("number"),
        DossierCode.of(row.getString("dossier")),
        Money.dong(row.getLong("amount")),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        cancelled == null ? null : cancelled.toInstant());
  }

  private record Stored(String code, Confirmed confirmed) {}
}
