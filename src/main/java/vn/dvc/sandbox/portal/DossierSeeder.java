package vn.dvc.sandbox.portal;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Registers the demo dossiers in DVC Pay once it is up, however long this takes. */
@Component
@ConditionalOnProperty("dvc.sandbox.seed")
class DossierSeeder {

  private static final Logger LOG = LoggerFactory.getLogger(DossierSeeder.class);
  private static final long BETWEEN_TRIES_MILLIS = 2_000;

  private final DemoDossiers dossiers;
  private final Thread work = new Thread(this::untilDone, "demo-dossiers");

  DossierSeeder(DemoDossiers dossiers) {
    this.dossiers = dossiers;
    work.setDaemon(true);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    work.start();
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    work.interrupt();
  }

  private void untilDone() {
    try {
      while (!done()) {
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      }
    } catch (InterruptedException e) {
      // The sandbox is stopping; the next run starts over.
      Thread.currentThread().interrupt();
    }
  }

  private boolean done() throws InterruptedException {
    try {
      List<DemoDossiers.Put> answers = dossiers.seed();
      if (answers.stream().anyMatch(put -> put.status() >= 500)) {
        return false;
      }
      answers.stream()
          .filter(put -> !put.settled())
          .forEach(put -> LOG.warn("DVC Pay refused {} with {}", put.code(), put.status()));
      LOG.info("Registered {} demo dossiers in DVC Pay", answers.size());
      return true;
    } catch (IOException e) {
      // DVC Pay is not up yet.
      return false;
    }
  }
}
