package vn.dvc.pay.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Due dates for the timers of models. Due dates are in database time, but the engine fires timers
 * by its node's clock. If that clock is fast, a timer would fire, find that it is too early, wait
 * for the same date again, and so on without pause until the database agrees. So each date is
 * converted to the time of the clock that fires it.
 */
@Component
public class Timers {
  private final DatabaseTime time;

  Timers(DatabaseTime time) {
    this.time = time;
  }

  /**
   * What this node's clock will show at this moment of database time, rounded up to whole
   * milliseconds (ISO 8601).
   */
  public String at(Instant moment) {
    var left = Duration.between(time.now(), moment);
    var due = ClockUtil.getCurrentTime().toInstant().plus(left);
    return due.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
