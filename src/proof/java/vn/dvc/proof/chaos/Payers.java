package vn.dvc.proof.chaos;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few payers at a time; when one finishes, the next one starts. */
final class Payers {
  private final Settings settings;
  private final LoadContext context;
  private final ScheduledExecutorService threads;
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile boolean open = true;

  Payers(Settings settings, LoadContext context) {
    this.settings = settings;
    this.context = context;
    this.threads = Executors.newScheduledThreadPool(settings.payers());
  }

  void come() {
    for (int i = 0; i < settings.payers(); i++) {
      next();
    }
  }

  /** No new payer starts; those under way stop where they are, as people do. */
  void stop() throws InterruptedException {
    open = false;
    threads.shutdown();
    threads.awaitTermination(30, TimeUnit.SECONDS);
    threads.shutdownNow();
  }

  int came() {
    return numbers.get();
  }

  private void next() {
    var journey = Journey.of(Plan.of(settings, numbers.incrementAndGet()), context);
    goOn(journey, 0);
  }

  private void goOn(Journey journey, long millis) {
    if (!open) {
      return;
    }
    threads.schedule(
        () -> {
          try {
            var pause = journey.step();
            if (pause != null) {
              goOn(journey, pause.toMillis());
              return;
            }
          } catch (RuntimeException broken) {
            System.out.println("A payer stumbled: " + broken);
          }
          if (open) {
            next();
          }
        },
        millis,
        TimeUnit.MILLISECONDS);
  }
}
