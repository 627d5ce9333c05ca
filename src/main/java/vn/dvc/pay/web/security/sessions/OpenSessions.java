package vn.dvc.pay.web.security.sessions;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which sessions are open, whichever node serves them. */
@Component
public class OpenSessions {
  private final JdbcClient jdbc;

  OpenSessions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the given ones that have not ended, asked by one statement. */
  public Set<String> among(Set<String> ids) {
    return new HashSet<>(
        jdbc.sql(
                "select session_id from web_session where session_id in (:ids)"
                    + " and expiry_time >= :now")
            .param("ids", ids)
            .param("now", System.currentTimeMillis())
            .query(String.class)
            .list());
  }

  /** What has ended for being idle; until then it lies there, and opens nothing. */
  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    jdbc.sql("delete from web_session where expiry_time < ?")
        .params(System.currentTimeMillis())
        .update();
  }
}
