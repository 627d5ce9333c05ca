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
 * Failures for which the work itself is not to blame: a conflict with another transaction, or a
 * database outage. Repeating the same work may succeed.
 */
public final class DatabaseFailures {
  /** PostgreSQL's lock_timeout, H2's LOCK_TIMEOUT, and H2's concurrent update of a row. */
  private static final Set<String> CONFLICTS = Set.of("55P03", "HYT00", "90131");

  /** Deadlocks and serialization failures. */
  private static final String ROLLED_BACK = "40";

  /**
   * Connection lost, resources exhausted (including a full disk), operator intervention, system
   * error.
   */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

  /**
   * A transaction ended for being idle or read-only, and H2's broken file, full disk, read-only
   * file and closed database.
   */
  private static final Set<String> OUTAGE_STATES =
      Set.of("25P03", "25006", "90028", "90031", "90097", "90098", "90121");

  private static final String CONNECTION_FAILED = "08000";

  /** All that the connection pool says, without a state, of a connection that it has given up. */
  private static final String GIVEN_UP = "Connection is closed";

  private DatabaseFailures() {}

  /** Whether another transaction was faster, or held a lock for longer than the lock time-out. */
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

  /** Whether the database is down, restarting, full, read-only or out of connections. */
  public static boolean isOutage(Throwable failure) {
    return outage(failure).isPresent();
  }

  /**
   * The outage that caused a failure, reduced to its SQL state, for use where foreign text must not
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
            || at instanceof SQLRecoverableException
            || GIVEN_UP.equals(at.getMessage())) {
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
