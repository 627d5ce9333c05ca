package vn.dvc.pay.engine.setup;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.NodeClock;
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

  private final DatabaseTime time;

  ClockHealth(DatabaseTime time) {
    this.time = time;
  }

  @Override
  public Health health() {
    var off = aheadOfDatabase();
    var health = isRight(off) ? Health.up() : Health.down();
    return health.withDetail("aheadOfDatabase", off.toString()).build();
  }

  @Override
  public boolean isRight() {
    return isRight(aheadOfDatabase());
  }

  private static boolean isRight(Duration off) {
    return off.abs().compareTo(LIMIT) <= 0;
  }

  private Duration aheadOfDatabase() {
    return Duration.between(time.now(), ClockUtil.getCurrentTime().toInstant());
  }
}
