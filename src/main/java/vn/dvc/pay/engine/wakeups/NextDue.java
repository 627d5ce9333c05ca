package vn.dvc.pay.engine.wakeups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.SafeCause;

/**
 * How long the engine has nothing to do, by its own tables: until the next timer fires, retry is
 * due or lock of a dead node expires. Without asking, it would have to poll as often as a timer may
 * be late. One statement, outside of any transaction.
 */
@Component
public class NextDue {
  private static final Logger LOG = LoggerFactory.getLogger(NextDue.class);

  private static final String SQL =
      """
      select min(case when ready_at > :since then ready_at end),
             sum(case when ready_at > :since then 0 else 1 end)
      from (%s) work""";

  /** A null, from a job without due date or lock, counts as ready. */
  private static final String JOBS =
      """
      select coalesce(greatest(duedate_, lock_exp_time_), duedate_, lock_exp_time_) as ready_at
      from act_ru_job where retries_ > 0 and suspension_state_ = 1""";

  private static final String EXTERNAL_TASKS =
      """
      select lock_exp_time_ as ready_at from act_ru_ext_task
      where (retries_ is null or retries_ > 0) and suspension_state_ = 1""";

  private final JdbcClient jdbc;

  NextDue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Duration untilJob(Instant since, Duration soon, Duration atMost) {
    return until(JOBS, since, soon, atMost);
  }

  /**
   * @param since when the tasks were last fetched, by the engine's clock
   * @param soon the answer if a task was ready then and yet not fetched: its slots are taken,
   *     another node is about to take it, or its row is held
   */
  public Duration untilExternalTask(Instant since, Duration soon, Duration atMost) {
    return until(EXTERNAL_TASKS, since, soon, atMost);
  }

  private Duration until(String work, Instant since, Duration soon, Duration atMost) {
    try {
      return jdbc.sql(SQL.formatted(work))
          .param("since", Timestamp.from(since))
          .query((row, number) -> shorter(atMost, answer(row, soon)))
          .single();
    } catch (RuntimeException failed) {
      LOG.warn("The next due work could not be read: {}", SafeCause.of(failed));
      return shorter(soon, atMost);
    }
  }

  private static @Nullable Duration answer(ResultSet row, Duration soon) throws SQLException {
    var next = row.getTimestamp(1);
    var left = next == null ? null : left(next.toInstant());
    return row.getLong(2) == 0 ? left : shorter(soon, left);
  }

  /** A millisecond more, because a lock has expired only after its last moment. */
  private static Duration left(Instant next) {
    var left = Duration.between(ClockUtil.getCurrentTime().toInstant(), next).plusMillis(1);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration shorter(Duration one, @Nullable Duration other) {
    return other == null || one.compareTo(other) <= 0 ? one : other;
  }
}
