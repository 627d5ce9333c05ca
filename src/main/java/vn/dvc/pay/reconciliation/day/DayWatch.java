package vn.dvc.pay.reconciliation.day;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Watches running days: opens a case for one that is stuck, or that has run for more than a day
 * without a case, and restarts one whose process is gone.
 */
@Component
public class DayWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DayWatch.class);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final DayRepository days;
  private final DayChanges changes;
  private final DayPlan plan;
  private final StatementCases cases;
  private final StuckSteps steps;
  private final Processes processes;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  DayWatch(
      DayRepository days,
      DayChanges changes,
      DayPlan plan,
      StatementCases cases,
      StuckSteps steps,
      Processes processes,
      DatabaseTime time,
      TransactionTemplate transaction) {
    this.days = days;
    this.changes = changes;
    this.plan = plan;
    this.cases = cases;
    this.steps = steps;
    this.processes = processes;
    this.time = time;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${dvc.reconciliation.look:1m}")
  void checkRunning() {
    for (var id : days.running()) {
      try {
        transaction.executeWithoutResult(status -> check(id));
      } catch (RuntimeException e) {
        LOG.warn("Check of reconciliation {} failed, deferred to the next round", id, e);
      }
    }
  }

  /** The step at which the day is stuck; empty if it continues by itself. */
  public Optional<StuckStep> stuckStep(DayOfBank day) {
    return steps.all().stream()
        .filter(step -> step.instance().equals(day.processInstance()))
        .findFirst();
  }

  /** Restarts the time limit, because two persons decided that the day may continue. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (!StatementCases.isOurs(decided.kind())) {
      return;
    }
    days.find(decided.subject()).ifPresent(day -> changes.restartLimit(day.id(), time.now()));
    if (decided.kind().equals(StatementCases.STUCK)) {
      days.find(decided.subject())
          .flatMap(this::stuckStep)
          .ifPresent(step -> steps.retry(step.id()));
    }
  }

  private void check(String id) {
    var day = days.lock(id);
    if (!day.isRunning()) {
      return;
    }
    if (!processes.isRunning(day.processInstance())) {
      LOG.warn("The process of reconciliation {} is gone; it starts again", id);
      plan.start(day);
      return;
    }
    var stuck = stuckStep(day);
    if (stuck.isPresent() || isTooLong(day) && !cases.anyOpen(id)) {
      cases.openStuck(day, stuck);
    } else if (!isTooLong(day)) {
      cases.settleStuck(id);
    }
  }

  private boolean isTooLong(DayOfBank day) {
    return day.runsSince() == null || day.runsSince().plus(LONGEST).isBefore(time.now());
  }
}
