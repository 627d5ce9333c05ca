package vn.dvc.sandbox.bank.edge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deliberate waiting: for responses that are held back, and for work that is done late. */
@Component
class Delays {

  private final CountDownLatch closing = new CountDownLatch(1);
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "late-success");
            thread.setDaemon(true);
            return thread;
          });

  /** Returns after this time, or immediately when the sandbox stops. */
  void sit(int seconds) {
    try {
      closing.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void later(int seconds, Runnable work) {
    later.schedule(work, seconds, TimeUnit.SECONDS);
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    closing.countDown();
    later.shutdownNow();
  }
}
