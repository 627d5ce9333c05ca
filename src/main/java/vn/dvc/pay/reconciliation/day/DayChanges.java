package vn.dvc.pay.reconciliation.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.Reconciliations;

/** Changes banks' days, each by the one process that runs for it, or by whoever locked it. */
@Component
class DayChanges {
  private final JdbcClient jdbc;

  DayChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when another node planned it just now
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

  /** Two persons let it run on: from now on it may take its time again. */
  void runsAgain(String id, Instant now) {
    jdbc.sql("update reconciliation set runs_since = ? where id = ?").params(utc(now), id).update();
  }

  /**
   * @param statementOf the day of which the file tells that came instead, null where none did
   */
  void missing(String id, String why, LocalDate statementOf) {
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

  /** The pass over the days before and this one is at its end. */
  void matchAgain(String id, int matches, Instant at) {
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

  /** Its statement did not reach its end. */
  void plannedAgain(String id, Instant due, Instant now, int incomplete) {
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
