package vn.dvc.pay.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.outbox.OutboxEventRepository;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Which node sends which event, and the result: short transactions in database time before and
 * after sending. A claim is a lease, so that a node that dies blocks nothing.
 */
@Component
@Transactional
class OutboxClaims {
  /**
   * Skips events that another transaction has locked or that must wait for an earlier event of
   * their subject.
   */
  static final String DUE =
      """
      select o.event_id, o.event_type, o.body, o.attempts, o.traceparent, %1$s from outbox o
      where o.next_attempt_at between %3$s and %2$s
        and (o.claimed_until is null or o.claimed_until < %2$s)
        and not exists (
          select 1 from outbox earlier
          where earlier.subject = o.subject and earlier.seq < o.seq
            and earlier.delivered_at is null and earlier.vouched_at is null)
      order by o.next_attempt_at fetch first ? rows only for update skip locked""";

  private static final String DELIVERED =
      """
      update outbox set delivered_at = %s, attempts = attempts + 1,
        next_attempt_at = null, claimed_until = null, failed_at = null
      where event_id = ? and delivered_at is null""";

  private final OutboxEventRepository outbox;
  private final JdbcClient jdbc;
  private final OutboxSettings settings;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  OutboxClaims(
      OutboxEventRepository outbox,
      JdbcClient jdbc,
      OutboxSettings settings,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
    this.events = events;
  }

  /**
   * Claims due events: this node, and only this node, may send them until the lease ends. They stay
   * locked from being found to being claimed.
   */
  List<OutboxEventRepository.Due> claim(int limit) {
    var due = due(limit);
    if (!due.isEmpty()) {
      outbox.claim(
          due.stream().map(OutboxEventRepository.Due::id).toList(),
          time.now().plus(settings.lease()));
    }
    return due;
  }

  private List<OutboxEventRepository.Due> due(int limit) {
    return jdbc.sql(DUE.formatted(DatabaseTime.COLUMN, time.sql(), DatabaseTime.EVER))
        .param(limit)
        .query((row, number) -> due(row))
        .list();
  }

  private OutboxEventRepository.Due due(ResultSet row) throws SQLException {
    time.note(row);
    return new OutboxEventRepository.Due(
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        row.getString("body"),
        row.getInt("attempts"),
        row.getString("traceparent"));
  }

  /** One statement, which needs no transaction around it. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void delivered(OutboxEventRepository.Due event) {
    jdbc.sql(DELIVERED.formatted(time.sql())).param(event.id()).update();
  }

  void notDelivered(OutboxEventRepository.Due event) {
    var now = time.now();
    if (event.attempts() < settings.pauses().size()) {
      outbox.postpone(
          event.id(), event.attempts(), now.plus(settings.pauses().get(event.attempts())));
    } else if (outbox.giveUp(event.id(), event.attempts(), now) == 1) {
      events.publishEvent(new OutboxGaveUp(event.id(), event.type()));
    }
  }
}
