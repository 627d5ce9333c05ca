package vn.dvc.pay.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Dates for the timers of models. What is due is decided by database time, but the engine fires
 * timers by its node's clock. A clock that goes ahead would fire a timer, be told that it is too
 * early, wait again for the same date, and so on without a pause until the database agrees. So each
 * date is told in the time of the clock that it is set by.
 */
@Component
public class Timers {
  private final DatabaseTime time;

  Timers(DatabaseTime time) {
    this.time = time;
  }

  /**
   * What this node's clock will show at a moment of database time, in whole milliseconds and never
   * earlier (ISO 8601).
   */
  public String at(Instant moment) {
    var left = Duration.between(time.now(), moment);
    var due = ClockUtil.getCurrentTime().toInstant().plus(left);
    return due.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
