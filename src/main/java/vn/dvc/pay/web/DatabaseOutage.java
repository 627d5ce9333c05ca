package vn.dvc.pay.web;

import vn.dvc.pay.engine.DatabaseFailures;

/**
 * Recognises that a failure is due to the database being temporarily unavailable (down, restarting,
 * full, read-only) and not a fault of our own. Callers may repeat the request, with the same
 * idempotency key if it needs one.
 */
public final class DatabaseOutage {
  /** How long a caller is asked to wait, in seconds. */
  public static final String RETRY_AFTER = "10";

  private DatabaseOutage() {}

  public static boolean isCauseOf(Throwable failure) {
    return DatabaseFailures.isOutage(failure);
  }
}
