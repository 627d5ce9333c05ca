package vn.dvc.pay.web;

import vn.dvc.pay.engine.DatabaseFailures;

/**
 * Distinguishes a database that is temporarily unavailable (down, restarting, full, read-only) from
 * a fault of our own. Callers may repeat the request, with the same idempotency key if it needs
 * one.
 */
public final class DatabaseUnavailable {
  /** How long a caller is asked to wait, in seconds. */
  public static final String RETRY_AFTER = "10";

  private DatabaseUnavailable() {}

  public static boolean causes(Throwable failure) {
    return DatabaseFailures.isOutage(failure);
  }
}
