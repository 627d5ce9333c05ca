package vn.dvc.pay.mailing.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Which node sends which message, and the result: short transactions in database time before and
 * after sending. A claim is a lease, so that a node that dies blocks nothing.
 */
@Component
@Transactional
public class MailingClaims {
  static final String DUE =
      """
      select id, kind, channel, address, address_id, subject, detail, created_at, attempts
      from mailing
      where channel = ? and next_attempt_at between %s and ?
        and (claimed_until is null or claimed_until < ?)
      order by next_attempt_at fetch first ? rows only for update skip locked"""
          .formatted(DatabaseTime.EVER);

  private static final String OVER =
      """
      update mailing set %s = ?, attempts = attempts + ?, next_attempt_at = null,
        claimed_until = null
      where id = ? and next_attempt_at is not null""";

  private static final String POSTPONE =
      """
      update mailing set attempts = attempts + 1, next_attempt_at = ?, claimed_until = null
      where id = ? and attempts = ? and next_attempt_at is not null""";

  private final JdbcClient jdbc;
  private final MailingSettings settings;
  private final DatabaseTime time;

  MailingClaims(JdbcClient jdbc, MailingSettings settings, DatabaseTime time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  /** Claims due messages: this node, and only this node, may send them until the lease ends. */
  public List<Due> claim(Channel channel, int limit) {
    var now = time.now();
    var due =
        jdbc.sql(DUE)
            .params(channel.name(), utc(now), utc(now), limit)
            .query((row, number) -> due(row))
            .list();
    if (!due.isEmpty()) {
      jdbc.sql("update mailing set claimed_until = :until where id in (:ids)")
          .param("until", utc(now.plus(settings.lease())))
          .param("ids", due.stream().map(Due::id).toList())
          .update();
    }
    return due;
  }

  public void sent(Due mailing) {
    end(mailing, "sent_at", 1);
  }

  /** What it would say is not true any more, or nobody wants to know it. */
  public void dropped(Due mailing) {
    end(mailing, "dropped_at", 0);
  }

  public void refused(Due mailing) {
    end(mailing, "failed_at", 1);
  }

  /**
   * To be sent again after a pause, until at last it is given up.
   *
   * @return the pause; null if it was given up
   */
  public @Nullable Duration failed(Due mailing) {
    if (mailing.attempts() >= settings.pauses().size()) {
      end(mailing, "failed_at", 1);
      return null;
    }
    var pause = settings.pauses().get(mailing.attempts());
    jdbc.sql(POSTPONE)
        .params(utc(time.now().plus(pause)), mailing.id(), mailing.attempts())
        .update();
    return pause;
  }

  private void end(Due mailing, String column, int attempts) {
    jdbc.sql(OVER.formatted(column)).params(utc(time.now()), attempts, mailing.id()).update();
  }

  @Scheduled(
      initialDelayString = "${dvc.mailing.clean:1h}",
      fixedDelayString = "${dvc.mailing.clean:1h}")
  void forget() {
    jdbc.sql("delete from mailing where created_at < ?")
        .param(utc(time.now().minus(settings.keep())))
        .update();
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        MailingKind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getString("address"),
        row.getObject("address_id", UUID.class),
        row.getString("subject"),
        row.getString("detail"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("attempts"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /**
   * A message that is due.
   *
   * @param attempts how often sending it was tried before
   */
  public record Due(
      UUID id,
      MailingKind kind,
      Channel channel,
      String address,
      @Nullable UUID addressId,
      @Nullable String subject,
      @Nullable String detail,
      Instant createdAt,
      int attempts) {}
}
