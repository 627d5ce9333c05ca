package vn.dvc.pay.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dvc.pay.notification.EventsForPeople;
import vn.dvc.pay.time.DatabaseTime;

/** Reads from the outbox what people are told, too. */
@Component
class OutboxForPeople implements EventsForPeople {
  private static final Duration OTHER_NODES = Duration.ofMinutes(1);

  static final String DUE =
      """
      select event_id, event_type, subject, body from outbox
      where people_due between %s and ? order by people_due
      fetch first ? rows only for update skip locked"""
          .formatted(DatabaseTime.EVER);

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final AtomicBoolean filled = new AtomicBoolean(true);
  private volatile long lookedAt;

  OutboxForPeople(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @TransactionalEventListener
  void wake(TransactionalOutbox.OutboxFilled committed) {
    filled.set(true);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Event> due(int limit) {
    var sinceLook = System.nanoTime() - lookedAt;
    if (!filled.getAndSet(false) && sinceLook < OTHER_NODES.toNanos()) {
      return List.of();
    }
    lookedAt = System.nanoTime();
    var found = jdbc.sql(DUE).params(now(), limit).query((row, number) -> event(row)).list();
    if (found.size() == limit) {
      filled.set(true);
    }
    return found;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(UUID event) {
    return jdbc.sql(
            "select event_id from outbox where event_id = ? and people_due is not null for update")
        .param(event)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void done(Collection<UUID> events) {
    jdbc.sql("update outbox set people_due = null where event_id in (:events)")
        .param("events", events)
        .update();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void postpone(UUID event, Instant until) {
    jdbc.sql("update outbox set people_due = ? where event_id = ? and people_due is not null")
        .params(until.atOffset(ZoneOffset.UTC), event)
        .update();
  }

  private Object now() {
    return time.now().atOffset(ZoneOffset.UTC);
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        row.getString("subject"),
        row.getString("body"));
  }
}
