package vn.dvc.pay.time;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time by which money decisions are made: the database's, the same for every node however wrong
 * its own clock is. Tests move it, and the engine's timers with it, by {@link #travel}.
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
   * For tests: moves this time and the engine's timers forward by so much, counted from real time.
   * The engine's clock is one for all of the JVM, so whoever travels comes back by {@code
   * travel(Duration.ZERO)}.
   */
  public void travel(Duration offset) {
    this.offset = offset;
    events.publishEvent(new Travelled(offset));
  }

  /**
   * This time was moved.
   *
   * @param offset from real time
   */
  public record Travelled(Duration offset) {}
}
