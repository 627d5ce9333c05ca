package vn.dvc.pay.engine.setup;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.watch.NodeClock;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Down while this node's clock is far from the database's. Our decisions do not depend on it, but
 * banks reject what a node signs with a wrong time, and other nodes lose their tasks to one that is
 * ahead.
 */
@Component("nodeClock")
public class ClockHealth implements HealthIndicator, NodeClock {
  /** Half of the minute that the contract with banks allows. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** How long a measurement is relied on; what this node's clock does meanwhile is seen at once. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final DatabaseTime time;
  private volatile @Nullable Measurement last;

  ClockHealth(DatabaseTime time) {
    this.time = time;
  }

  @Override
  public Health health() {
    var off = aheadOfDatabase();
    var health = isRight(off) ? Health.up() : Health.down();
    return health.withDetail("aheadOfDatabase", off.toString()).build();
  }

  /** Asks the database, unless it was asked just now and the clock has gone right since. */
  @Override
  public boolean isRight() {
    return isAssumedRight() || isRight(aheadOfDatabase());
  }

  /** The same without asking the database: false if that would be necessary. */
  public boolean isAssumedRight() {
    var known = last;
    return known != null && known.isRecent() && isRight(known.aheadNow());
  }

  /**
   * Whether this node's clock was set wrong since it was last compared, however long ago, as far as
   * the node alone can tell. For who sleeps and asks the database for nothing else.
   */
  public boolean hasGoneWrong() {
    var known = last;
    return known != null && !isRight(known.aheadNow());
  }

  private static boolean isRight(Duration off) {
    return off.abs().compareTo(LIMIT) <= 0;
  }

  private Duration aheadOfDatabase() {
    var measured = Measurement.of(time.now());
    last = measured;
    return measured.ahead;
  }

  /** How far this node's clock was ahead, and when, by that clock and by one that nobody sets. */
  private record Measurement(Duration ahead, Instant clock, long nanos) {
    static Measurement of(Instant database) {
      var clock = ClockUtil.getCurrentTime().toInstant();
      return new Measurement(Duration.between(database, clock), clock, System.nanoTime());
    }

    boolean isRecent() {
      return sinceThen().compareTo(KEPT) < 0;
    }

    Duration aheadNow() {
      var gone = Duration.between(clock, ClockUtil.getCurrentTime().toInstant());
      return ahead.plus(gone).minus(sinceThen());
    }

    private Duration sinceThen() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }
}
