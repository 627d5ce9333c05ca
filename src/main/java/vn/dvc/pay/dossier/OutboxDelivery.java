package vn.dvc.pay.dossier;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dvc.pay.portal.PortalWebhooks;

/**
 * Sends due events to the portal, on every node: at once after the commit that wrote them, and now
 * and then for those that wait or that another node left behind. Holds no transaction and no
 * connection while the portal takes its time. An event may arrive twice, and in any order.
 */
@Component
class OutboxDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
  private static final int BATCH = 20;

  private final OutboxClaims claims;
  private final PortalWebhooks portal;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final ExecutorService watch;
  private final ExecutorService slots;

  OutboxDelivery(OutboxClaims claims, PortalWebhooks portal, OutboxSettings settings) {
    this.claims = claims;
    this.portal = portal;
    // A wake-up that comes while we shut down is dropped; another node or the next start sees to
    // it.
    watch =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new CustomizableThreadFactory("outbox-watch-"),
            new ThreadPoolExecutor.DiscardPolicy());
    slots =
        Executors.newFixedThreadPool(
            settings.slots(), new CustomizableThreadFactory("outbox-slot-"));
  }

  @TransactionalEventListener
  void filled(OutboxBook.OutboxFilled committed) {
    wake();
  }

  @Scheduled(fixedDelayString = "${dvc.outbox.poll:10s}")
  void wake() {
    if (wanted.compareAndSet(false, true)) {
      watch.execute(this::watch);
    }
  }

  private void watch() {
    wanted.set(false);
    try {
      deliverDue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Events for the portal wait for the next round", e);
    }
  }

  /** Ends when nothing is due, or when nothing moves: then the next round tries again. */
  void deliverDue() throws InterruptedException {
    boolean goesOn;
    do {
      var due = claims.due(BATCH);
      var moved = new AtomicInteger();
      slots.invokeAll(due.stream().map(event -> delivery(event, moved)).toList());
      goesOn = due.size() == BATCH && moved.get() > 0;
    } while (goesOn);
  }

  private Callable<Void> delivery(OutboxRows.Due event, AtomicInteger moved) {
    return () -> {
      try {
        if (claims.claim(event)) {
          moved.incrementAndGet();
          deliver(event);
        }
      } catch (RuntimeException e) {
        LOG.warn("Event {} ({}) waits for a later round", event.id(), event.type(), e);
      }
      return null;
    };
  }

  private void deliver(OutboxRows.Due event) {
    if (isTaken(event)) {
      claims.delivered(event);
    } else {
      claims.notDelivered(event);
    }
  }

  private boolean isTaken(OutboxRows.Due event) {
    var attempt = event.attempts() + 1;
    try {
      if (portal.deliver(event.body())) {
        return true;
      }
      LOG.warn("The portal did not take event {} ({}), try {}", event.id(), event.type(), attempt);
    } catch (RuntimeException e) {
      LOG.warn("Event {} ({}) could not be sent, try {}", event.id(), event.type(), attempt, e);
    }
    return false;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    watch.shutdown();
    slots.shutdown();
    if (!slots.awaitTermination(15, TimeUnit.SECONDS)) {
      slots.shutdownNow();
    }
  }
}
