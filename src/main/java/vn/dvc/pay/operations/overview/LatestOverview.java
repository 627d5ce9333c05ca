package vn.dvc.pay.operations.overview;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The overview for metrics: read once for all of them, and again once it is a few seconds old. */
@Component
class LatestOverview {
  private static final Logger LOG = LoggerFactory.getLogger(LatestOverview.class);
  private static final long KEPT = Duration.ofSeconds(5).toNanos();

  private final OverviewService overview;
  private Optional<Overview> latest = Optional.empty();
  private long readAt;

  LatestOverview(OverviewService overview) {
    this.overview = overview;
  }

  /** Empty while it cannot be read, so that a metric says nothing rather than something old. */
  synchronized Optional<Overview> get() {
    if (readAt == 0 || System.nanoTime() - readAt > KEPT) {
      latest = read();
      readAt = System.nanoTime();
    }
    return latest;
  }

  private Optional<Overview> read() {
    try {
      return Optional.of(overview.read());
    } catch (RuntimeException unreadable) {
      LOG.warn("The metrics cannot be read: {}", unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
