package vn.dvc.sandbox.bank.post;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.state.BankNotification;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.state.NotificationProgress;

/**
 * Sends the banks' notifications to DVC Pay with growing pauses until they are accepted or refused
 * for good. Pending ones are in the bank state, so a restart continues where the last run stopped.
 */
@Component
public class NotificationDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationDelivery.class);
  private static final int FIRST_PAUSE_MILLIS = 500;
  private static final int MAX_PAUSE_MILLIS = 15_000;

  private final BankState state;
  private final NotificationSender sender;
  private final ScheduledExecutorService rounds =
      Executors.newScheduledThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "courier");
            thread.setDaemon(true);
            return thread;
          });

  NotificationDelivery(BankState state, NotificationSender sender) {
    this.state = state;
    this.sender = sender;
  }

  /** Takes a notification that is in the bank state and on disk. */
  public void take(BankNotification notification) {
    later(notification, 0);
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    state.deliveries().stream()
        .filter(it -> it.fate() == NotificationProgress.Fate.WAITING)
        .forEach(it -> later(it.letter(), 0));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() throws InterruptedException {
    rounds.shutdownNow();
    rounds.awaitTermination(5, TimeUnit.SECONDS);
  }

  private void later(BankNotification notification, long millis) {
    rounds.schedule(() -> bring(notification), millis, TimeUnit.MILLISECONDS);
  }

  private void bring(BankNotification notification) {
    try {
      JournalEntry.Carried carried = sender.bring(notification);
      state.carried(carried);
      state.force();
      if (carried.fate() == NotificationProgress.Fate.WAITING) {
        later(notification, pause(notification.id()));
      } else if (carried.fate() == NotificationProgress.Fate.REFUSED) {
        LOG.warn("DVC Pay refused {} with {}", notification.reference(), carried.status());
      }
    } catch (InterruptedException e) {
      // The sandbox is stopping; the next run continues.
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!rounds.isShutdown()) {
        LOG.error("Cannot deliver {} until a restart", notification.reference(), e);
      }
    }
  }

  private long pause(UUID notification) {
    int tries = state.delivery(notification).map(NotificationProgress::tries).orElse(1);
    return Math.min(MAX_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tries - 1, 10));
  }
}
