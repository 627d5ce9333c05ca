package vn.dvc.pay.web.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * The keys with which payments, registrations and refunds were started ({@code api_idempotency}).
 * Plain SQL, because an insert must fail immediately if the key is taken. Kept for two days.
 */
@Component
class IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(48);
  private static final String INSERT =
      """
      insert into api_idempotency (actor, request_key, body_sha256, started, created_at)
      values (?, ?, ?, ?, %s)""";

  private final JdbcClient jdbc;
  private final DatabaseTime time;

  IdempotencyKeys(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  Optional<Start> find(String actor, String key) {
    return jdbc.sql(
            "select body_sha256, started from api_idempotency where actor = ? and request_key = ?")
        .params(actor, key)
        .query(Start.class)
        .optional();
  }

  /**
   * @param started null if {@link #fill} follows in the same transaction
   */
  void insert(String actor, String key, String bodySha256, @Nullable String started) {
    jdbc.sql(INSERT.formatted(time.sql())).params(actor, key, bodySha256, started).update();
  }

  void fill(String actor, String key, String started) {
    jdbc.sql("update api_idempotency set started = ? where actor = ? and request_key = ?")
        .params(started, actor, key)
        .update();
  }

  /** Every node does this on its own schedule; deleting twice does no harm. */
  @Scheduled(cron = "0 40 3 * * *")
  void sweep() {
    jdbc.sql("delete from api_idempotency where created_at < ?")
        .params(sqlTime(time.now().minus(KEPT)))
        .update();
  }

  private static Object sqlTime(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** What a key has started, and with which request. */
  record Start(String bodySha256, String started) {}
}
