package vn.dvc.pay.notification.delivery;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.outbox.OutboxEventRepository;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Which node sends which event, and what came of it: short transactions before and after the
 * sending, by the database's time. A claim is a lease, so that a node that dies holds nothing up.
 */
@Component
@Transactional
class OutboxClaims {
  /**
   * Passes by what another transaction holds, and what an earlier event of its subject is before.
   */
  private static final String DUE =
      """
      select o.event_id, o.event_type, o.body, o.attempts from outbox o
      where o.next_attempt_at <= ? and (o.claimed_until is null or o.claimed_until < ?)
        and not exists (
          select 1 from outbox earlier
          where earlier.subject = o.subject and earlier.seq < o.seq
            and earlier.delivered_at is null and earlier.vouched_at is null)
      order by o.next_attempt_at fetch first ? rows only for update skip locked""";

  private final OutboxEventRepository rows;
  private final JdbcClient jdbc;
  private final OutboxSettings settings;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  OutboxClaims(
      OutboxEventRepository rows,
      JdbcClient jdbc,
      OutboxSettings settings,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
    this.events = events;
  }

  List<OutboxEventRepository.Due> due(int atMost) {
    var now = time.now().atOffset(ZoneOffset.UTC);
    return jdbc.sql(DUE)
        .params(now, now, atMost)
        .query(
            (row, number) ->
                new OutboxEventRepository.Due(
                    row.getObject("event_id", UUID.class),
                    row.getString("event_type"),
                    row.getString("body"),
                    row.getInt("attempts")))
        .list();
  }

  /** Whether this node, and no other, may send the event now. */
  boolean claim(OutboxEventRepository.Due event) {
    var now = time.now();
    return rows.claim(event.id(), event.attempts(), now, now.plus(settings.lease())) == 1;
  }

  void delivered(OutboxEventRepository.Due event) {
    rows.deliver(event.id(), time.now());
  }

  void notDelivered(OutboxEventRepository.Due event) {
    var now = time.now();
    if (event.attempts() < settings.pauses().size()) {
      rows.postpone(
          event.id(), event.attempts(), now.plus(settings.pauses().get(event.attempts())));
    } else if (rows.giveUp(event.id(), event.attempts(), now) == 1) {
      events.publishEvent(new OutboxGaveUp(event.id(), event.type()));
    }
  }
}
