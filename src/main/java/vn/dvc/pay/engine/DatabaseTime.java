package vn.dvc.pay.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time by which money decisions are made: the database's, the same for every node however wrong
 * its own clock is. Tests move it, and the engine's timers with it, by {@link #travel}.
 */
@Component
public class DatabaseTime {
  private final JdbcClient jdbc;
  private final ObjectProvider<JobExecutor> timers;
  private volatile Duration offset = Duration.ZERO;

  DatabaseTime(JdbcClient jdbc, ObjectProvider<JobExecutor> timers) {
    this.jdbc = jdbc;
    this.timers = timers;
  }

  /** The database's time now, in whole milliseconds. */
  public Instant now() {
    return jdbc.sql("select current_timestamp")
        .query(Timestamp.class)
        .single()
        .toInstant()
        .truncatedTo(ChronoUnit.MILLIS)
        .plus(offset);
  }

  /**
   * For tests: moves this time and the engine's timers forward by so much, counted from real time.
   * The engine's clock is one for all of the JVM, so whoever travels comes back by {@code
   * travel(Duration.ZERO)}.
   */
  public void travel(Duration offset) {
    this.offset = offset;
    if (offset.isZero()) {
      ClockUtil.reset();
    } else {
      ClockUtil.offset(offset.toMillis());
    }
    timers.ifAvailable(JobExecutor::jobWasAdded);
  }
}
