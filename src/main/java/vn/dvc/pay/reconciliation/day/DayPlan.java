package vn.dvc.pay.reconciliation.day;

import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.reconciliation.Reconciliations.State;
import vn.dvc.pay.reconciliation.statement.DayWindow;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;

/**
 * Plans each day of each bank and starts its process when it is due. It runs on every node; a
 * unique key decides which node was first. Days on which no node ran are planned later.
 */
@Component
public class DayPlan {
  private static final Logger LOG = LoggerFactory.getLogger(DayPlan.class);

  /** After a long downtime, older days are left to operators. */
  private static final int MAX_DAYS = 31;

  private final Banks banks;
  private final DayRepository days;
  private final DayChanges changes;
  private final BankLock lock;
  private final Processes processes;
  private final ReconciliationSettings settings;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  DayPlan(
      Banks banks,
      DayRepository days,
      DayChanges changes,
      BankLock lock,
      Processes processes,
      ReconciliationSettings settings,
      DatabaseTime time,
      PlatformTransactionManager transactions) {
    this.banks = banks;
    this.days = days;
    this.changes = changes;
    this.lock = lock;
    this.processes = processes;
    this.settings = settings;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Scheduled(fixedDelayString = "${dvc.reconciliation.look:1m}")
  void startDue() {
    var today = VietnamTime.dayOf(time.now());
    for (var bank : banks.all()) {
      planUntil(bank, today);
    }
    for (var due : days.due(time.now())) {
      try {
        startIfPlanned(due);
      } catch (RuntimeException e) {
        LOG.warn("Reconciliation {} deferred to the next round", due, e);
      }
    }
  }

  /**
   * Plans one day unless it is planned. Uses a transaction of its own, because another node may be
   * first.
   */
  public void plan(String bank, LocalDate day) {
    if (days.find(DayOfBank.id(bank, day)).isPresent()) {
      return;
    }
    if (!lock.isKnown(bank)) {
      unlessAnotherNodeDid(() -> lock.add(bank));
    }
    var due = DayWindow.of(day).end().plus(settings.after());
    unlessAnotherNodeDid(() -> changes.plan(bank, day, due));
  }

  private void unlessAnotherNodeDid(Runnable insert) {
    try {
      transaction.executeWithoutResult(status -> insert.run());
    } catch (DuplicateKeyException anotherNodeDid) {
      LOG.debug("Another node planned the day first");
    }
  }

  /** Runs in the caller's transaction. The caller has locked the day. */
  public void start(DayOfBank day) {
    var variables = Map.<String, Object>of("reconciliationId", day.id(), "bank", day.bank());
    var instance = processes.start("daily-reconciliation", day.id(), variables);
    changes.runs(day.id(), instance, time.now());
  }

  private void planUntil(Bank bank, LocalDate today) {
    var newest = days.newest(bank.bin()).orElse(today.minusDays(1));
    var first = newest.plusDays(1);
    if (first.isBefore(today.minusDays(MAX_DAYS))) {
      first = today.minusDays(MAX_DAYS);
    }
    for (var day = first; !day.isAfter(today); day = day.plusDays(1)) {
      plan(bank.bin(), day);
    }
  }

  private void startIfPlanned(String id) {
    transaction.executeWithoutResult(
        status -> {
          var day = days.lock(id);
          if (day.state() == State.PLANNED) {
            start(day);
          }
        });
  }
}
