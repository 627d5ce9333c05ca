package vn.dvc.pay.reconciliation.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.Reconciliations;

/** Changes banks' days. Only the process of a day, or whoever has locked the day, may do so. */
@Component
class DayChanges {
  private final JdbcClient jdbc;

  DayChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another node has just planned it
   */
  void plan(String bank, LocalDate day, Instant due) {
    jdbc.sql(
            """
            insert into reconciliation (id, bank, on_day, state, due_at, fetches, match_passes)
            values (?, ?, ?, 'PLANNED', ?, 0, 0)""")
        .params(DayOfBank.id(bank, day), bank, day, utc(due))
        .update();
  }

  void runs(String id, String instance, Instant now) {
    jdbc.sql(
            """
            update reconciliation set state = 'RUNNING', process_instance = ?, runs_since = ?,
              fetches = 0, next_fetch_at = null, match_passes = 0,
              next_match_at = null,
              matched_until = null
            where id = ?""")
        .params(instance, utc(now), id)
        .update();
  }

  /** Restarts the time limit, because two persons decided that the day may continue. */
  void restartLimit(String id, Instant now) {
    jdbc.sql("update reconciliation set runs_since = ? where id = ?").params(utc(now), id).update();
  }

  /**
   * @param statementOf the other day whose statement came instead, null if none did
   */
  void missing(String id, String why, @Nullable LocalDate statementOf) {
    jdbc.sql("update reconciliation set missing = ?, statement_of = ? where id = ?")
        .params(why, statementOf, id)
        .update();
  }

  void fetchAgain(String id, int fetches, Instant at) {
    jdbc.sql("update reconciliation set fetches = ?, next_fetch_at = ? where id = ?")
        .params(fetches, utc(at), id)
        .update();
  }

  void matchedUntil(String id, LocalDate day) {
    jdbc.sql("update reconciliation set matched_until = ? where id = ?").params(day, id).update();
  }

  /** Ends a matching pass and schedules the next. */
  void scheduleMatch(String id, int matches, Instant at) {
    jdbc.sql(
            """
            update reconciliation set match_passes = ?, next_match_at = ?, matched_until = null
            where id = ?""")
        .params(matches, utc(at), id)
        .update();
  }

  void has(String id, UUID statement) {
    jdbc.sql(
            """
            update reconciliation set statement = ?, missing = null, statement_of = null,
              match_passes = 0, matched_until = null
            where id = ?""")
        .params(statement, id)
        .update();
  }

  void done(String id, Instant now) {
    ends(id, Reconciliations.State.DONE, now, now, 0);
  }

  /** Plans the day again, because its statement does not cover it to the end. */
  void planAgain(String id, Instant due, Instant now, int incomplete) {
    ends(id, Reconciliations.State.PLANNED, due, now, incomplete);
  }

  private void ends(
      String id, Reconciliations.State state, Instant due, Instant now, int incomplete) {
    jdbc.sql(
            """
            update reconciliation set state = ?, due_at = ?, process_instance = null, done_at = ?,
              incomplete = ?
            where id = ?""")
        .params(state.name(), utc(due), utc(now), incomplete, id)
        .update();
  }

  private static Object utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
