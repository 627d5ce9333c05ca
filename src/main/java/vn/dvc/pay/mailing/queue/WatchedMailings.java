package vn.dvc.pay.mailing.queue;

import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.MailingWatch;
import vn.dvc.pay.time.DatabaseTime;

/** Counts the messages. */
@Service
class WatchedMailings implements MailingWatch {
  private static final Duration LATELY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final MailingSettings settings;
  private final DatabaseTime time;

  WatchedMailings(JdbcClient jdbc, MailingSettings settings, DatabaseTime time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  /** Given up is what failed after the last pause; what is refused fails at once. */
  @Override
  @Transactional(readOnly = true)
  public Condition now() {
    var lately = time.now().minus(LATELY).atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select (select count(*) from mailing where next_attempt_at is not null),
              (select count(*) from mailing where failed_at > ? and attempts > ?)""")
        .params(lately, settings.pauses().size())
        .query((row, number) -> new Condition(row.getLong(1), row.getLong(2)))
        .single();
  }
}
