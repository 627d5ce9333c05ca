package vn.dvc.pay.reconciliation.day;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankStatements;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.reconciliation.statement.StoredStatements;
import vn.dvc.pay.time.DatabaseTime;

/** Fetches and imports the statement of a bank's day, and ends the day. */
@Component
class BankDays {
  private final DayRepository days;
  private final DayChanges changes;
  private final BankStatements bank;
  private final StoredStatements statements;
  private final StatementCases cases;
  private final ReconciliationSettings settings;
  private final DatabaseTime time;

  BankDays(
      DayRepository days,
      DayChanges changes,
      BankStatements bank,
      StoredStatements statements,
      StatementCases cases,
      ReconciliationSettings settings,
      DatabaseTime time) {
    this.days = days;
    this.changes = changes;
    this.bank = bank;
    this.statements = statements;
    this.cases = cases;
    this.settings = settings;
    this.time = time;
  }

  /** Runs outside any transaction. */
  Fetched fetch(String id) {
    var day = day(id);
    return bank.fetch(day.bank(), day.day());
  }

  @Transactional
  StatementVerdict record(String id, Fetched fetched) {
    var day = day(id);
    if (fetched instanceof Fetched.Missing missing) {
      changes.missing(id, missing.cause(), null);
      return StatementVerdict.MISSING;
    }
    var file = (Fetched.File) fetched;
    var refused = statements.keep(day.bank(), day.day(), file.sha256(), file.bytes());
    refused.ifPresent(why -> changes.missing(id, why.code(), why.statedDay()));
    return refused.isPresent() ? StatementVerdict.MISSING : StatementVerdict.FETCHED;
  }

  /** Reads the whole file, however long, without holding a lock that others wait for. */
  @Transactional
  StatementVerdict take(String id) {
    var day = day(id);
    var taken = statements.take(day.bank(), day.day());
    if (taken.refusal() != null) {
      changes.missing(id, taken.refusal().code(), taken.refusal().statedDay());
      return StatementVerdict.REFUSED;
    }
    changes.has(id, taken.statement());
    if (isWhole(day(id)) || time.now().isBefore(day.window().end())) {
      cases.settle(id);
    }
    return StatementVerdict.IMPORTED;
  }

  @Transactional
  StatementVerdict planNextFetch(String id) {
    var tries = day(id).fetches() + 1;
    changes.fetchAgain(id, tries, time.now().plus(settings.fetchPause(tries)));
    return tries >= settings.caseAfter() && !cases.anyOpen(id)
        ? StatementVerdict.CASE_NEEDED
        : StatementVerdict.ASK_AGAIN;
  }

  Instant nextFetchAt(String id) {
    return day(id).nextFetchAt();
  }

  @Transactional
  void openMissingCase(String id) {
    cases.openMissing(day(id));
  }

  @Transactional
  void openRefusedCase(String id) {
    cases.openRefused(day(id));
  }

  /**
   * A day whose statement does not cover it to the end is planned again: first for some time after
   * its end, then at growing pauses and with a case.
   */
  @Transactional
  void end(String id) {
    var day = days.lock(id);
    var now = time.now();
    cases.settleStuck(id);
    if (isWhole(day)) {
      changes.done(id, now);
      return;
    }
    var due = day.window().end().plus(settings.after());
    if (due.isAfter(now)) {
      changes.planAgain(id, due, now, 0);
      return;
    }
    var tries = day.incomplete() + 1;
    changes.planAgain(id, now.plus(settings.fetchPause(tries)), now, tries);
    changes.missing(id, "statement-not-whole", null);
    if (tries >= settings.caseAfter()) {
      cases.openMissing(day(id));
    }
  }

  private boolean isWhole(DayOfBank day) {
    return statements.require(day.statement()).isWhole();
  }

  private DayOfBank day(String id) {
    return days.require(id);
  }
}
