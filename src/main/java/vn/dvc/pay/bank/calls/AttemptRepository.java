package vn.dvc.pay.bank.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.KeptInTransaction;

/**
 * Stored attempts: inserted once, then changed only by compare-and-set. Plain SQL, so that each
 * read is what stands in the table, and nothing else of the transaction is written for its sake. A
 * row that the transaction has locked is not read again.
 */
@Component
class AttemptRepository {
  private static final String SELECT =
      "select attempt_ref, subject, bank, amount, state, version, bank_ref, last4, card_token, "
          + DatabaseTime.COLUMN
          + " from attempt where attempt_ref = ";

  private final JdbcClient jdbc;
  private final DatabaseTime time;

  /** Rows that this transaction has inserted or locked: nobody else can change them. */
  private final KeptInTransaction<Map<UUID, AttemptView>> locked = new KeptInTransaction<>();

  AttemptRepository(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Adds an attempt in state CREATED. */
  void insert(UUID attempt, String subject, String bank, @Nullable Long amount, Instant openedAt) {
    jdbc.sql(
            """
            insert into attempt (attempt_ref, subject, bank, amount, currency, state, version, opened_at)
            values (?, ?, ?, ?, 'VND', 'CREATED', 0, ?)""")
        .params(attempt, subject, bank, amount, openedAt.atOffset(ZoneOffset.UTC))
        .update();
    keep(
        new AttemptView(
            attempt, subject, bank, amount, Attempt.State.CREATED, 0L, null, null, null));
  }

  Optional<AttemptView> find(UUID attempt) {
    var known = kept(attempt);
    return known == null ? read(SELECT + "?", attempt) : Optional.of(known);
  }

  /** An attempt that must exist, as it stands. */
  AttemptView require(UUID attempt) {
    return existing(find(attempt), attempt);
  }

  /** Locks an attempt that must exist until the transaction ends. */
  AttemptView lock(UUID attempt) {
    var known = kept(attempt);
    return known == null ? keep(existing(read(SELECT + "? for update", attempt), attempt)) : known;
  }

  /** The same for the attempt that this call belongs to. */
  AttemptView lockOf(UUID call) {
    return keep(
        read(SELECT + "(select attempt_ref from bank_call where call_ref = ?) for update", call)
            .orElseThrow(() -> new IllegalStateException("No call " + call)));
  }

  private @Nullable AttemptView kept(UUID attempt) {
    var rows = locked.get();
    return rows == null ? null : rows.get(attempt);
  }

  private AttemptView keep(AttemptView row) {
    locked.keep(new HashMap<>());
    var rows = locked.get();
    if (rows != null) { // otherwise there is no transaction, and so no lock
      rows.put(row.attemptRef(), row);
    }
    return row;
  }

  private Optional<AttemptView> read(String sql, UUID ref) {
    return jdbc.sql(sql).param(ref).query(this::view).optional();
  }

  private static AttemptView existing(Optional<AttemptView> found, UUID attempt) {
    return found.orElseThrow(() -> new IllegalStateException("No attempt " + attempt));
  }

  private AttemptView view(ResultSet row, int number) throws SQLException {
    time.note(row);
    return new AttemptView(
        row.getObject("attempt_ref", UUID.class),
        row.getString("subject"),
        row.getString("bank"),
        row.getObject("amount", Long.class),
        Attempt.State.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getString("bank_ref"),
        row.getString("last4"),
        row.getString("card_token"));
  }

  /** Makes the attempt unknown again, unless it has changed since it was read. */
  int takeBack(AttemptView seen) {
    return move(seen, Attempt.State.UNKNOWN, null, null, null);
  }

  /** Values that the bank gave are kept; an answer without them does not erase them. */
  int move(
      AttemptView seen,
      Attempt.State next,
      @Nullable String bankRef,
      @Nullable String last4,
      @Nullable String cardToken) {
    var moved = seen.movedTo(next, bankRef, last4, cardToken);
    var changed =
        jdbc.sql(
                """
                update attempt set state = ?, version = ?, bank_ref = ?, last4 = ?, card_token = ?
                where attempt_ref = ? and state = ? and version = ?""")
            .params(
                moved.state().name(),
                moved.version(),
                moved.bankRef(),
                moved.last4(),
                moved.cardToken(),
                seen.attemptRef(),
                seen.state().name(),
                seen.version())
            .update();
    if (changed == 1) {
      keep(moved);
    }
    return changed;
  }
}
