package vn.dvc.pay.reconciliation.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.matching.StatementMatching;
import vn.dvc.pay.reconciliation.statement.StoredStatements;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Matches a bank's day and the earlier days whose differences may have settled meanwhile: one day
 * per transaction, oldest first, then a few cases per transaction. Everything is repeatable.
 */
@Component
class DayMatching {
  private static final int CASES_AT_ONCE = 50;

  private final BankLock lock;
  private final DayRepository days;
  private final DayChanges changes;
  private final StoredStatements statements;
  private final StatementMatching matching;
  private final Differences differences;
  private final ReconciliationSettings settings;
  private final DatabaseTime time;

  DayMatching(
      BankLock lock,
      DayRepository days,
      DayChanges changes,
      StoredStatements statements,
      StatementMatching matching,
      Differences differences,
      ReconciliationSettings settings,
      DatabaseTime time) {
    this.lock = lock;
    this.days = days;
    this.changes = changes;
    this.statements = statements;
    this.matching = matching;
    this.differences = differences;
    this.settings = settings;
    this.time = time;
  }

  /** Matches the oldest day that this pass has not matched yet; a no-op if it has matched all. */
  @Transactional
  void matchNext(String id) {
    var day = locked(id);
    var next = next(day);
    if (next.isPresent()) {
      var statement = statements.require(next.get().statement());
      matching.match(statement, settings.margin(), isLastTry(day));
      changes.matchedUntil(id, next.get().day());
    }
  }

  /** Opens some of the cases that are due; the pass ends when no day and no case is left. */
  @Transactional
  StatementVerdict openCases(String id) {
    var day = locked(id);
    var isMoreDue = differences.openCases(day.bank(), CASES_AT_ONCE);
    if (isMoreDue || next(day).isPresent()) {
      return StatementVerdict.MORE;
    }
    var tries = day.matches() + 1;
    changes.scheduleMatch(id, tries, time.now().plus(settings.matchPause(tries)));
    return differences.anyPending(day.bank(), first(day), day.day())
        ? StatementVerdict.PENDING
        : StatementVerdict.CERTAIN;
  }

  Instant nextMatchAt(String id) {
    return days.require(id).nextMatchAt();
  }

  private DayOfBank locked(String id) {
    lock.take(days.require(id).bank());
    return days.require(id);
  }

  private Optional<DayOfBank> next(DayOfBank day) {
    var after = day.matchedUntil() == null ? first(day).minusDays(1) : day.matchedUntil();
    return days.nextWithStatement(day.bank(), after, day.day());
  }

  private boolean isLastTry(DayOfBank day) {
    return day.matches() >= settings.matchPauses().size();
  }

  private LocalDate first(DayOfBank day) {
    return day.day().minusDays(settings.again());
  }
}
