package vn.dvc.pay.bank.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wait, and since when the oldest does.
 *
 * @param since null if there is none
 */
record Waiting(long count, @Nullable Instant since) {
  static final Waiting NONE = new Waiting(0, null);
}
