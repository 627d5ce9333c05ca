package vn.dvc.pay.time;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock for all decisions about money: the database's, which is the same for every node however
 * wrong the node's own clock is. Tests move it, and the engine's timers with it, by {@link
 * #travel}.
 */
@Component
public class DatabaseTime {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private volatile Duration offset = Duration.ZERO;

  DatabaseTime(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
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
   * For tests: moves this clock and the engine's timers forward by this much, counted from real
   * time. The engine has one clock per JVM, so a test must end with {@code travel(Duration.ZERO)}.
   */
  public void travel(Duration offset) {
    this.offset = offset;
    events.publishEvent(new Travelled(offset));
  }

  /**
   * The clock was moved.
   *
   * @param offset from real time
   */
  public record Travelled(Duration offset) {}
}
