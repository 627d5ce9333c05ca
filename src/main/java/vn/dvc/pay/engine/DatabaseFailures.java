package vn.dvc.pay.engine;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Failures that say nothing about the work that failed: another transaction was in the way, or the
 * database takes nothing for a while. The same work may succeed when it is done again.
 */
public final class DatabaseFailures {
  /** PostgreSQL's lock_timeout, H2's LOCK_TIMEOUT, and a row that H2 saw change under it. */
  private static final Set<String> CONFLICTS = Set.of("55P03", "HYT00", "90131");

  /** Deadlocks and serialization failures. */
  private static final String ROLLED_BACK = "40";

  /** Connection lost, resources (a full disk among them), operator's intervention, system error. */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

  /**
   * A transaction that was ended for standing idle, a read-only one, and H2's broken file, full
   * disk, read-only file, closed database.
   */
  private static final Set<String> OUTAGE_STATES =
      Set.of("25P03", "25006", "90028", "90031", "90097", "90098", "90121");

  private static final String CONNECTION_FAILED = "08000";

  private DatabaseFailures() {}

  /** Whether another transaction was faster, or held a row for longer than one waits. */
  public static boolean isConflict(Throwable failure) {
    for (var at = failure; at != null; at = at.getCause()) {
      if (at instanceof OptimisticLockingException
          || at instanceof ConcurrencyFailureException
          || at instanceof OptimisticLockException
          || at instanceof PessimisticLockException
          || at instanceof LockTimeoutException
          || at instanceof SQLException sql && isConflict(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(String state) {
    return state != null && (state.startsWith(ROLLED_BACK) || CONFLICTS.contains(state));
  }

  /** Whether the database is down, restarting, full, read-only, or has no connection left. */
  public static boolean isOutage(Throwable failure) {
    return outage(failure).isPresent();
  }

  /**
   * The outage behind a failure by its SQL state alone, to stand for it where foreign text must not
   * be kept.
   */
  public static Optional<SQLException> outage(Throwable failure) {
    for (var at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        var state = sql.getSQLState();
        if (isOutage(state)) {
          return Optional.of(new SQLException(null, state));
        }
        if (at instanceof SQLTransientConnectionException
            || at instanceof SQLNonTransientConnectionException
            || at instanceof SQLRecoverableException) {
          return Optional.of(new SQLException(null, CONNECTION_FAILED));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOutage(String state) {
    return state != null
        && state.length() == 5
        && (OUTAGE_STATES.contains(state) || OUTAGES.contains(state.substring(0, 2)));
  }
}
