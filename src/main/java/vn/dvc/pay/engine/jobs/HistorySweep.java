package vn.dvc.pay.engine.jobs;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets each night what the engine has kept for as long as its model says, some hundreds of
 * instances in a transaction, as the engine's own job. What moved money stays in our tables.
 */
@Component
class HistorySweep {
  private final HistoryService history;

  HistorySweep(HistoryService history) {
    this.history = history;
  }

  /** Every node asks; the engine has one such job, and one node executes it. */
  @Scheduled(cron = "0 20 1 * * *", zone = "Asia/Ho_Chi_Minh")
  void sweep() {
    history.cleanUpHistoryAsync(true);
  }
}
