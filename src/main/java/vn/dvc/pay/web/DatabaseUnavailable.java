package vn.dvc.pay.web;

import vn.dvc.pay.engine.DatabaseFailures;

/**
 * Tells a database that takes nothing for a while (down, restarting, full, read-only) from a fault
 * of ours. Whoever asked may ask again, with the same key where one is asked for.
 */
public final class DatabaseUnavailable {
  /** What a caller is asked to wait, in seconds. */
  public static final String RETRY_AFTER = "10";

  private DatabaseUnavailable() {}

  public static boolean causes(Throwable failure) {
    return DatabaseFailures.isOutage(failure);
  }
}
