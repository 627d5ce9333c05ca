package vn.dvc.pay.engine.setup;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Down while this node's clock is far from the database's. Nothing is decided by it, but banks
 * refuse what a node signs with a time that is not theirs.
 */
@Component("nodeClock")
class ClockHealth implements HealthIndicator {
  /** Half of the minute that the contract with the banks allows. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final DatabaseTime time;

  ClockHealth(DatabaseTime time) {
    this.time = time;
  }

  @Override
  public Health health() {
    var off = Duration.between(time.now(), ClockUtil.getCurrentTime().toInstant());
    var health = off.abs().compareTo(LIMIT) <= 0 ? Health.up() : Health.down();
    return health.withDetail("aheadOfDatabase", off.toString()).build();
  }
}
