package vn.dvc.pay.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Who failed lately ({@code failed_try}), as a token bucket that is one time (generic cell rate
 * algorithm): each failure moves the time at which all are made up for by a pause, and may do so
 * only while fewer than the pace's most are outstanding.
 */
@Component
class FailedTries {
  private static final String POSTGRES =
      """
      insert into failed_try as t (subject, even_at) values (:subject, :first)
      on conflict (subject) do update set even_at = greatest(t.even_at, :now) + %s
      where t.even_at <= :latest""";
  private static final String H2 =
      """
      merge into failed_try t
      using (values (cast(:subject as varchar), cast(:first as timestamp with time zone))) as s (subject, even_at)
      on t.subject = s.subject
      when matched and t.even_at <= cast(:latest as timestamp with time zone) then update set
        even_at = greatest(t.even_at, cast(:now as timestamp with time zone)) + %s
      when not matched then insert (subject, even_at) values (s.subject, s.even_at)""";

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final String statement;

  FailedTries(JdbcTemplate database, JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
    this.statement = TryCounts.isPostgres(database) ? POSTGRES : H2;
  }

  /**
   * Counts a failure.
   *
   * @return false, and nothing is counted, if there were too many
   */
  boolean count(String subject, Pace pace, Instant now) {
    var sql = statement.formatted(pace.interval());
    var params =
        Map.of(
            "subject", subject,
            "first", utc(now.plus(pace.pause)),
            "now", utc(now),
            "latest", utc(now.plus(pace.outstanding())));
    try {
      return jdbc.sql(sql).params(params).update() == 1;
    } catch (DuplicateKeyException firstTogether) { // H2 alone: the row is there now
      return jdbc.sql(sql).params(params).update() == 1;
    }
  }

  /** From when on a failure of this subject would be counted again. */
  Instant freeFrom(String subject, Pace pace, Instant now) {
    return jdbc.sql("select even_at from failed_try where subject = ?")
        .param(subject)
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional()
        .map(evenAt -> evenAt.minus(pace.outstanding()))
        .orElse(now);
  }

  /** Which of the two have failures. */
  Set<String> among(String one, String other) {
    return jdbc.sql("select subject from failed_try where subject in (?, ?)")
        .params(one, other)
        .query(String.class)
        .set();
  }

  void forget(String subject) {
    jdbc.sql("delete from failed_try where subject = ?").param(subject).update();
  }

  /** What was counted turned out to be no failure. */
  void takeBack(String subject, Pace pace) {
    var sql = "update failed_try set even_at = even_at - %s where subject = ?";
    jdbc.sql(sql.formatted(pace.interval())).param(subject).update();
  }

  /** Every node does this on its own schedule; deleting twice does no harm. */
  @Scheduled(cron = "0 50 3 * * *")
  void sweep() {
    jdbc.sql("delete from failed_try where even_at < ?").param(utc(time.now())).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * @param most failures at once
   * @param pause by which one of them is made up for
   */
  record Pace(int most, Duration pause) {

    private Duration outstanding() {
      return pause.multipliedBy(most - 1L);
    }

    private String interval() {
      return "interval '" + pause.toSeconds() + "' second";
    }
  }
}
