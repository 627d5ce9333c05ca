package vn.dvc.pay.dossier;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.DatabaseTime;

/**
 * Which node sends which event, and what came of it: short transactions before and after the
 * sending, by the database's time. A claim is a lease, so that a node that dies holds nothing up.
 */
@Component
@Transactional
class OutboxClaims {
  private final OutboxRows rows;
  private final OutboxSettings settings;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  OutboxClaims(
      OutboxRows rows,
      OutboxSettings settings,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.settings = settings;
    this.time = time;
    this.events = events;
  }

  List<OutboxRows.Due> due(int atMost) {
    return rows.due(time.now(), Limit.of(atMost));
  }

  /** Whether this node, and no other, may send the event now. */
  boolean claim(OutboxRows.Due event) {
    var now = time.now();
    return rows.claim(event.id(), event.attempts(), now, now.plus(settings.lease())) == 1;
  }

  void delivered(OutboxRows.Due event) {
    rows.deliver(event.id(), time.now());
  }

  void notDelivered(OutboxRows.Due event) {
    var now = time.now();
    if (event.attempts() < settings.pauses().size()) {
      rows.postpone(
          event.id(), event.attempts(), now.plus(settings.pauses().get(event.attempts())));
    } else if (rows.giveUp(event.id(), event.attempts(), now) == 1) {
      events.publishEvent(new OutboxGaveUp(event.id(), event.type()));
    }
  }
}
