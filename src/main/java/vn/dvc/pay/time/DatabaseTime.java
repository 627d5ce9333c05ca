package vn.dvc.pay.time;

import java.sql.ResultSet;
import java.sql.SQLException;
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
  /** For the select list of a query whose row {@link #note} is given. */
  public static final String COLUMN = "current_timestamp as database_time";

  /**
   * Before all moments, as an expression. What is due by now is looked for from there on: without a
   * beginning, H2 reads an index from its nulls on, which are all that is done already.
   */
  public static final String EVER = "timestamp with time zone '1970-01-01 00:00:00+00'";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final KeptInTransaction<Instant> known = new KeptInTransaction<>();
  private volatile Duration offset = Duration.ZERO;

  DatabaseTime(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * The database's time now, in whole milliseconds; within a transaction, the time it began. Both
   * databases stop {@code current_timestamp} then, so reading it once is enough.
   */
  public Instant now() {
    var began = known.get();
    if (began == null) {
      began = read();
      known.keep(began);
    }
    return began.plus(offset);
  }

  /** The same as an expression, for a statement that need not be told the time. */
  public String sql() {
    return offset.isZero()
        ? "current_timestamp"
        : "(current_timestamp + interval '%d.%09d' second)"
            .formatted(offset.toSeconds(), offset.toNanosPart());
  }

  /**
   * Takes the time of this transaction from a row that was read for another reason, so that it need
   * not be asked for.
   *
   * @param row of a query that selected {@link #COLUMN}
   */
  public void note(ResultSet row) throws SQLException {
    note(row.getTimestamp("database_time").toInstant());
  }

  /**
   * The same of a row that JPA read in this transaction.
   *
   * @param began what the database called its current time
   */
  public void note(Instant began) {
    known.keep(whole(began));
  }

  /** Asks the database, transaction or not. */
  Instant read() {
    return whole(jdbc.sql("select current_timestamp").query(Timestamp.class).single().toInstant());
  }

  private static Instant whole(Instant read) {
    return read.truncatedTo(ChronoUnit.MILLIS);
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
