package vn.dvc.pay.mailing.queue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;

/** Takes messages that are to be sent, in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MailingQueue {
  private static final String CODES =
      "select count(*) from mailing where kind = 'CODE' and created_at > ? and ";

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  MailingQueue(JdbcClient jdbc, DatabaseTime time, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.events = events;
  }

  /**
   * Puts a message into the queue, unless this fact was told there before.
   *
   * @param subject what it is about; null for a code
   * @param detail which event or refund or day of it
   */
  public void put(
      MailingKind kind, Recipient to, @Nullable String subject, @Nullable String detail) {
    if (subject != null && isKnown(kind, to, subject, detail)) {
      return;
    }
    var now = utc(time.now());
    var values = new ArrayList<@Nullable Object>();
    values.add(UUID.randomUUID());
    values.add(kind.name());
    values.add(to.channel().name());
    values.add(to.address());
    values.add(to.addressId());
    values.add(to.payerKind() == null ? null : to.payerKind().name());
    values.add(to.payerId());
    values.add(subject);
    values.add(detail);
    values.add(now);
    values.add(now);
    jdbc.sql(
            """
            insert into mailing
              (id, kind, channel, address, address_id, payer_kind, payer_id, subject, detail,
               created_at, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(values)
        .update();
    events.publishEvent(new QueueFilled());
  }

  private boolean isKnown(MailingKind kind, Recipient to, String subject, @Nullable String detail) {
    return jdbc.sql(
                """
            select count(*) from mailing
            where subject = ? and kind = ? and detail = ? and channel = ? and address = ?""")
            .params(
                List.of(
                    subject,
                    kind.name(),
                    String.valueOf(detail),
                    to.channel().name(),
                    to.address()))
            .query(Long.class)
            .single()
        > 0;
  }

  /** How many codes were asked for this address since then, by whomever. */
  public long codesTo(String address, Instant since) {
    return jdbc.sql(CODES + "address = ?").params(utc(since), address).query(Long.class).single();
  }

  /** How many this payer asked for since then. */
  public long codesOf(Payer payer, Instant since) {
    return jdbc.sql(CODES + "payer_id = ? and payer_kind = ?")
        .params(utc(since), payer.id(), payer.kind().name())
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** Wakes the delivery once the transaction is committed. */
  public record QueueFilled() {}
}
