package vn.dvc.pay.notification.delivery;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dvc.pay.notification.outbox.OutboxEventRepository;
import vn.dvc.pay.notification.outbox.TransactionalOutbox;
import vn.dvc.pay.portal.PortalWebhooks;
import vn.dvc.pay.time.DueWork;
import vn.dvc.pay.tracing.Traces;

/**
 * Sends due events to the portal, on every node: right after the commit that wrote them, and
 * periodically for events that wait or that another node left behind. Holds no transaction and no
 * connection while waiting for the portal. An event may arrive twice; events of one subject arrive
 * in order.
 */
@Component
class OutboxDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

  private final OutboxClaims claims;
  private final PortalWebhooks portal;
  private final Traces traces;
  private final DueWork<OutboxEventRepository.Due> work;

  OutboxDelivery(
      OutboxClaims claims, PortalWebhooks portal, OutboxSettings settings, Traces traces) {
    this.claims = claims;
    this.portal = portal;
    this.traces = traces;
    this.work =
        DueWork.ofClaimed(
            "outbox",
            settings.slots(),
            claims::claim,
            OutboxEventRepository.Due::id,
            this::deliver);
  }

  @TransactionalEventListener
  void wakeAfterCommit(TransactionalOutbox.OutboxFilled committed) {
    wake();
  }

  @Scheduled(fixedDelayString = "${dvc.outbox.poll:30s}")
  void wake() {
    work.wake();
  }

  /** Starts as many due events as there are free slots and returns those in progress. */
  List<CompletableFuture<Void>> round() {
    return work.round();
  }

  private boolean deliver(OutboxEventRepository.Due event) {
    try (var span = traces.begin("event " + event.type(), event.cause())) {
      var taken = isTaken(event);
      span.with("event", event.id().toString()).with("taken", String.valueOf(taken));
      if (taken) {
        claims.delivered(event);
      } else {
        claims.notDelivered(event);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "The outcome of event {} ({}) could not be recorded, a later round sends it again",
          event.id(),
          event.type(),
          e);
      return false;
    }
  }

  private boolean isTaken(OutboxEventRepository.Due event) {
    var attempt = event.attempts() + 1;
    try {
      if (portal.deliver(event.body())) {
        return true;
      }
      LOG.warn(
          "The portal did not accept event {} ({}), attempt {}", event.id(), event.type(), attempt);
    } catch (RuntimeException e) {
      LOG.warn("Event {} ({}) could not be sent, attempt {}", event.id(), event.type(), attempt, e);
    }
    return false;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    work.stop();
  }
}
