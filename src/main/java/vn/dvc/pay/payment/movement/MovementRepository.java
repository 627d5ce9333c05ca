package vn.dvc.pay.payment.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** Reads movements from collections and reversals. */
@Component
class MovementRepository {
  private static final String COLLECTIONS =
      "select reference, amount, payment, collected_at from collection where bank = :bank and ";

  private final JdbcClient jdbc;

  MovementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Movement> collections(String bank, Collection<String> references) {
    return references.isEmpty()
        ? List.of()
        : jdbc.sql(COLLECTIONS + "reference in (:references)")
            .param("bank", bank)
            .param(
                "references",
                references.stream().map(AttemptRef::spellings).flatMap(List::stream).toList())
            .query(MovementRepository::collection)
            .list();
  }

  List<Movement> collected(String bank, Instant from, Instant before) {
    return jdbc.sql(COLLECTIONS + "collected_at >= :from and collected_at < :before")
        .param("bank", bank)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(MovementRepository::collection)
        .list();
  }

  /** The payment of each of these reversals, where there is one. */
  Map<String, String> paymentsOf(Collection<String> reversals) {
    var payments = new HashMap<String, String>();
    if (!reversals.isEmpty()) {
      jdbc.sql("select id, payment from reversal where id in (:ids)")
          .param("ids", reversals)
          .query((row, number) -> payments.put(row.getString(1), row.getString(2)))
          .list();
    }
    return payments;
  }

  private static Movement collection(ResultSet row, int number) throws SQLException {
    var reference = row.getString("reference");
    return new Movement(
        AttemptRef.written(reference),
        Movement.Kind.COLLECTION,
        Movement.Fate.MOVED,
        Money.dong(row.getLong("amount")),
        reference,
        row.getString("payment"),
        row.getObject("collected_at", OffsetDateTime.class).toInstant());
  }
}
