package vn.dvc.pay.notification.delivery;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.notification.Outbox;

/**
 * Opens cases for events that the portal did not accept for days, and carries out what two persons
 * decide, each within the transaction that publishes it.
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
      default -> throw new IllegalStateException("Unknown decision: " + decided.decision());
    }
  }
}
