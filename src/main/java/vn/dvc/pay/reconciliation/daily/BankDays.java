package vn.dvc.pay.reconciliation.daily;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Statements;
import vn.dvc.pay.bank.Statements.Fetched;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.match.Differences;
import vn.dvc.pay.reconciliation.match.StatementMatching;
import vn.dvc.pay.reconciliation.statement.StoredStatements;
import vn.dvc.pay.reconciliation.statement.TakenStatement;

/** The steps of one bank's day. Days of a bank are locked from the oldest to the newest. */
@Component
class BankDays {
  private final DayRows days;
  private final Statements bank;
  private final StoredStatements statements;
  private final StatementMatching matching;
  private final Differences differences;
  private final StatementCases cases;
  private final ReconciliationSettings settings;
  private final DatabaseTime time;

  BankDays(
      DayRows days,
      Statements bank,
      StoredStatements statements,
      StatementMatching matching,
      Differences differences,
      StatementCases cases,
      ReconciliationSettings settings,
      DatabaseTime time) {
    this.days = days;
    this.bank = bank;
    this.statements = statements;
    this.matching = matching;
    this.differences = differences;
    this.cases = cases;
    this.settings = settings;
    this.time = time;
  }

  /** Outside of any transaction. */
  Fetched fetch(String id) {
    var day = days.find(id).orElseThrow();
    return bank.fetch(day.bank(), day.day());
  }

  @Transactional
  StatementVerdict record(String id, Fetched fetched) {
    var day = days.lock(id);
    if (fetched instanceof Fetched.File file) {
      statements.keep(day.bank(), day.day(), file.sha256(), file.bytes());
      return StatementVerdict.FETCHED;
    }
    days.missing(id, ((Fetched.Missing) fetched).cause());
    return StatementVerdict.MISSING;
  }

  @Transactional
  StatementVerdict take(String id) {
    var day = days.lock(id);
    var taken = statements.take(day.bank(), day.day());
    if (taken.refusal() != null) {
      days.missing(id, taken.refusal());
      return StatementVerdict.REFUSED;
    }
    days.has(id, taken.statement());
    cases.settle(id);
    return StatementVerdict.IMPORTED;
  }

  @Transactional
  StatementVerdict planNextFetch(String id) {
    var day = days.lock(id);
    var tries = day.fetches() + 1;
    days.fetchAgain(id, tries, time.now().plus(settings.fetchPause(tries)));
    return tries >= settings.fetchPauses().size() && !cases.anyOpen(id)
        ? StatementVerdict.CASE_NEEDED
        : StatementVerdict.ASK_AGAIN;
  }

  Instant nextFetchAt(String id) {
    return days.find(id).orElseThrow().nextFetchAt();
  }

  @Transactional
  void openMissingCase(String id) {
    cases.openMissing(days.lock(id));
  }

  @Transactional
  void openRefusedCase(String id) {
    cases.openRefused(days.lock(id));
  }

  /** This day, and those before it whose differences may have settled since. */
  @Transactional
  void match(String id) {
    var day = days.find(id).orElseThrow();
    var tries = day.matches() + 1;
    var lastTry = tries > settings.matchPauses().size();
    for (var each : days.lockUntil(day.bank(), first(day), day.day())) {
      if (each.statement() != null) {
        matching.match(taken(each), settings.margin(), lastTry);
      }
    }
    days.matchAgain(id, tries, time.now().plus(settings.matchPause(tries)));
  }

  Instant nextMatchAt(String id) {
    return days.find(id).orElseThrow().nextMatchAt();
  }

  @Transactional
  StatementVerdict openCases(String id) {
    var day = days.lock(id);
    differences.openCases(day.bank());
    return differences.anyPending(day.bank(), first(day), day.day())
        ? StatementVerdict.PENDING
        : StatementVerdict.CERTAIN;
  }

  /** A day whose statement did not reach its end is planned again. */
  @Transactional
  void end(String id) {
    var day = days.lock(id);
    var over = DayOfBank.end(day.day());
    var whole = !taken(day).head().to().toInstant().isBefore(over);
    var due = over.plus(settings.after());
    var now = time.now();
    if (!whole && due.isBefore(now)) {
      due = now.plus(settings.fetchPause(settings.fetchPauses().size()));
    }
    days.ends(id, whole ? Reconciliations.State.DONE : Reconciliations.State.PLANNED, due, now);
  }

  private LocalDate first(DayOfBank day) {
    return day.day().minusDays(settings.again());
  }

  private TakenStatement taken(DayOfBank day) {
    return statements.find(day.statement()).orElseThrow();
  }
}
