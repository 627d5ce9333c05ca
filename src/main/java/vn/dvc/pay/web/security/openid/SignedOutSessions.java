package vn.dvc.pay.web.security.openid;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Sign-outs that providers reported ({@code signed_out}). In the database, because a report reaches
 * one node, and the person may be signed in at another.
 */
@Component
public class SignedOutSessions {
  private static final Duration KEPT = Duration.ofDays(2);
  private final JdbcClient jdbc;
  private final DatabaseTime time;

  SignedOutSessions(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  void add(String id) {
    var now = sqlTime(time.now());
    if (update(id, now) == 0) {
      try {
        jdbc.sql("insert into signed_out (id, at) values (?, ?)").params(id, now).update();
      } catch (DuplicateKeyException reportedTwice) {
        update(id, now);
      }
    }
  }

  private int update(String id, Object now) {
    return jdbc.sql("update signed_out set at = ? where id = ?").params(now, id).update();
  }

  boolean hasEnded(ProviderSession session) {
    return hasEnded(session.ids(), session.since());
  }

  private boolean hasEnded(List<String> ids, Instant since) {
    return jdbc.sql("select count(*) from signed_out where id in (:ids) and at >= :since")
            .param("ids", ids)
            .param("since", sqlTime(since))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** No session of ours is older. */
  @Scheduled(cron = "0 50 3 * * *")
  void sweep() {
    jdbc.sql("delete from signed_out where at < ?")
        .params(sqlTime(time.now().minus(KEPT)))
        .update();
  }

  private static Object sqlTime(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
