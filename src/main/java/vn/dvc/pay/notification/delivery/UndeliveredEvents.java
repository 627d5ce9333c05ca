package vn.dvc.pay.notification.delivery;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.notification.Outbox;

/**
 * Lays events that the portal did not take for days before two persons, and carries out what they
 * decide, each in the transaction that says so.
 */
@Component
class UndeliveredEvents {
  private final Cases cases;
  private final Outbox outbox;

  UndeliveredEvents(Cases cases, Outbox outbox) {
    this.cases = cases;
    this.outbox = outbox;
  }

  @EventListener
  void gaveUp(OutboxGaveUp event) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("eventType", event.type());
    evidence.put("eventId", event.eventId().toString());
    cases.open(DeliveryCases.KIND, event.eventId().toString(), null, "NOT_MOVED", evidence);
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!decided.kind().equals(DeliveryCases.KIND)) {
      return;
    }
    var event = UUID.fromString(decided.subject());
    switch (decided.decision()) {
      case DeliveryCases.SEND_AGAIN -> outbox.sendAgain(event);
      case DeliveryCases.DELIVERED_OTHERWISE -> outbox.vouchFor(event);
      default -> throw new IllegalStateException("No such decision: " + decided.decision());
    }
  }
}
