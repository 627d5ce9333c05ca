package vn.dvc.pay.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Tells a database that takes nothing for a while (down, restarting, full, read-only) from a fault
 * of ours. Whoever asked may ask again, with the same key where one is asked for.
 */
public final class OutOfOrder {
  /** Connection lost, resources (a full disk among them), operator's intervention, system error. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /** A read-only transaction; and H2's broken file, full disk, read-only file, closed database. */
  private static final Set<String> STATES =
      Set.of("25006", "90028", "90031", "90097", "90098", "90121");

  /** What a caller is asked to wait, in seconds. */
  public static final String RETRY_AFTER = "10";

  private OutOfOrder() {}

  public static boolean causes(Throwable failure) {
    for (var at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLTransientConnectionException
          || at instanceof SQLNonTransientConnectionException
          || at instanceof SQLRecoverableException
          || at instanceof SQLException broken && isState(broken.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isState(String state) {
    return state != null
        && state.length() == 5
        && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
  }
}
