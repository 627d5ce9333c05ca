package vn.dvc.pay.limits;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * The tries of each window ({@code try_count}). All counts of one try are raised in one statement,
 * which leaves those alone that are full: of two tries at once that share the last place, one wins.
 */
@Component
class TryCounts {
  private static final int RACES = 5;
  private static final String POSTGRES =
      """
      insert into try_count as t (tried, counted_by, subject, used, most, ends_at) values %s
      on conflict (tried, counted_by, subject) do update set
        used = case when t.ends_at <= ? then 1 else t.used + 1 end,
        ends_at = case when t.ends_at <= ? then excluded.ends_at else t.ends_at end,
        most = excluded.most
      where t.ends_at <= ? or t.used < excluded.most""";
  private static final String H2 =
      """
      merge into try_count t
      using (values %s) as s (tried, counted_by, subject, used, most, ends_at)
      on t.tried = s.tried and t.counted_by = s.counted_by and t.subject = s.subject
      when matched and (t.ends_at <= ? or t.used < s.most) then update set
        used = case when t.ends_at <= ? then 1 else t.used + 1 end,
        ends_at = case when t.ends_at <= ? then s.ends_at else t.ends_at end,
        most = s.most
      when not matched then insert (tried, counted_by, subject, used, most, ends_at)
        values (s.tried, s.counted_by, s.subject, s.used, s.most, s.ends_at)""";
  private static final String ROW =
      "(cast(? as varchar), cast(? as varchar), cast(? as varchar), 1, cast(? as integer),"
          + " cast(? as timestamp with time zone))";

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final String statement;

  TryCounts(JdbcTemplate database, JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
    this.statement = isPostgres(database) ? POSTGRES : H2;
  }

  static boolean isPostgres(JdbcTemplate database) {
    ConnectionCallback<String> product =
        (Connection it) -> it.getMetaData().getDatabaseProductName();
    return "PostgreSQL".equals(database.execute(product));
  }

  /**
   * @return false if one of them was full; the caller then rolls back the others
   */
  boolean count(List<Try> tries, Instant now) {
    var sorted = tries.stream().sorted(Try.ORDER).toList(); // everybody locks in the same order
    var sql = statement.formatted(String.join(", ", Collections.nCopies(sorted.size(), ROW)));
    List<Object> params = new ArrayList<>();
    sorted.forEach(each -> params.addAll(each.params()));
    params.addAll(Collections.nCopies(3, utc(now)));
    for (int races = 1; ; races++) {
      try {
        return jdbc.sql(sql).params(params).update() == sorted.size();
      } catch (DuplicateKeyException firstTogether) { // H2 alone: the row is there now
        if (races == RACES) {
          throw firstTogether;
        }
      }
    }
  }

  /** When all of these may be tried again. */
  Instant freeFrom(List<Try> tries, Instant now) {
    return tries.stream()
        .flatMap(
            each ->
                jdbc
                    .sql(
                        "select ends_at from try_count where tried = ? and counted_by = ? and subject"
                            + " = ? and used >= ? and ends_at > ?")
                    .params(each.tried.name(), each.by.name(), each.subject, each.most, utc(now))
                    .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                    .stream())
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  /** Every node does this on its own schedule; deleting twice does no harm. */
  @Scheduled(cron = "0 45 3 * * *")
  void sweep() {
    jdbc.sql("delete from try_count where ends_at < ?").params(utc(time.now())).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * @param subject a keyed hash
   * @param until when the window ends, if this is its first try
   */
  record Try(Tried tried, Counted by, String subject, int most, Instant until) {
    private static final Comparator<Try> ORDER =
        Comparator.comparing(Try::by).thenComparing(Try::subject);

    private List<Object> params() {
      return List.of(tried.name(), by.name(), subject, most, utc(until));
    }
  }
}
