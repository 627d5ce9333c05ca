package vn.dvc.proof.chaos;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.dvc.proof.check.Checker;
import vn.dvc.proof.check.Gatherer;
import vn.dvc.proof.check.Violation;

/** Checks, while everything is under way, the invariants that hold at every moment. */
final class Watch {
  private final Gatherer gatherer;
  private final Tally tally;
  private final Set<Violation> found = new LinkedHashSet<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  Watch(Gatherer gatherer, Tally tally) {
    this.gatherer = gatherer;
    this.tally = tally;
  }

  void begin(int everySeconds) {
    clock.scheduleWithFixedDelay(this::look, everySeconds, everySeconds, TimeUnit.SECONDS);
  }

  synchronized boolean hasSeen(Set<String> invariants) {
    return found.stream().anyMatch(it -> invariants.contains(it.invariant()));
  }

  List<Violation> end() throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(1, TimeUnit.MINUTES);
    synchronized (this) {
      return List.copyOf(found);
    }
  }

  private void look() {
    try {
      var broken = Checker.checkDuringTheRun(gatherer.gather());
      synchronized (this) {
        found.addAll(broken);
      }
      tally.count("looks during the run");
    } catch (RuntimeException databaseIsAway) {
      tally.count("looks in vain");
    }
  }
}
