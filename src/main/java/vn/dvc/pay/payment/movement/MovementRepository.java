package vn.dvc.pay.payment.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** The latest attempts of the reversals of this money. */
  List<UUID> attemptsReturning(String bank, Collection<String> originals) {
    var attempts =
        originals.stream()
            .flatMap(it -> AttemptRef.parse(it).stream())
            .map(AttemptRef::id)
            .toList();
    var collections = originals.stream().flatMap(it -> AttemptRef.spellings(it).stream()).toList();
    var found = new ArrayList<>(attemptsReturning(bank, "original_attempt", attempts));
    found.addAll(attemptsReturning(bank, "collection_reference", collections));
    return found;
  }

  private List<UUID> attemptsReturning(String bank, String original, List<?> values) {
    return values.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select attempt_ref from reversal where bank = :bank and attempt_ref is not null"
                    + " and %s in (:values)".formatted(original))
            .param("bank", bank)
            .param("values", values)
            .query(UUID.class)
            .list();
  }

  /** What each of these reversals gives back. */
  Map<String, Returned> returned(Collection<String> reversals) {
    var returned = new HashMap<String, Returned>();
    if (!reversals.isEmpty()) {
      jdbc.sql(
              """
              select id, payment, original_attempt, collection_reference from reversal
              where id in (:ids)""")
          .param("ids", reversals)
          .query((row, number) -> returned.put(row.getString("id"), returned(row)))
          .list();
    }
    return returned;
  }

  private static Returned returned(ResultSet row) throws SQLException {
    var attempt = row.getObject("original_attempt", UUID.class);
    return new Returned(
        row.getString("payment"),
        attempt == null
            ? AttemptRef.written(row.getString("collection_reference"))
            : attempt.toString());
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
        row.getObject("collected_at", OffsetDateTime.class).toInstant(),
        null);
  }

  /**
   * @param payment for which the money came, null if for none
   * @param original the reference of the movement by which it came
   */
  record Returned(@Nullable String payment, @Nullable String original) {
    static final Returned NOTHING = new Returned(null, null);
  }
}
