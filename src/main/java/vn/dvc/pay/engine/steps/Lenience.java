package vn.dvc.pay.engine.steps;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import vn.dvc.pay.engine.DatabaseFailures;

/**
 * Whether a failure costs the work one of its few tries. Conflicts and database outages do not,
 * because the work is not to blame; but only for an hour: work that keeps failing for longer on
 * this node counts as failed whatever the reason, so that a person sees it.
 */
public class Lenience {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  private final LongSupplier nanos;
  private final Map<String, Long> since =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Lenience() {
    this(System::nanoTime);
  }

  Lenience(LongSupplier nanos) {
    this.nanos = nanos;
  }

  public synchronized boolean isFree(String work, Throwable failure) {
    if (!DatabaseFailures.isConflict(failure) && !DatabaseFailures.isOutage(failure)) {
      return false;
    }
    long now = nanos.getAsLong();
    boolean free = now - since.computeIfAbsent(work, key -> now) < LIMIT.toNanos();
    if (!free) {
      since.remove(work);
    }
    return free;
  }
}
