package vn.dvc.pay.reversal.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.record.ReversalEntity;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;

/**
 * Asks the bank to give money back and writes its answer down. Sending holds no transaction;
 * recording runs in the one that also completes the task, and may run again after a crash.
 */
@Component
class ReversalCalls {
  /** How long a bank may act on a request; after this it must refuse it. */
  private static final Duration REQUEST_VALID = Duration.ofSeconds(30);

  private final ReversalRepository book;
  private final BankCalls calls;
  private final ReversalCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  ReversalCalls(
      ReversalRepository book,
      BankCalls calls,
      ReversalCases cases,
      RetrySchedule schedule,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.book = book;
    this.calls = calls;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
    this.events = events;
  }

  /** The same attempt under its next sequence where it surely had no effect, else a new one. */
  @Transactional
  void prepare(String id) {
    var row = book.lock(id);
    var attempt = row.attempt();
    if (attempt == null || row.state() == ReversalEntity.State.TO_BE_TRIED_AGAIN) {
      demandNothingReversed(attempt);
      attempt = calls.open(id, row.bank(), row.amount());
    }
    var call =
        calls.prepare(
            attempt,
            Operation.REVERSAL,
            time.now().plus(REQUEST_VALID),
            null,
            Map.of("original", row.original().toBank(), "reason", row.reason()));
    row.asks(attempt, call);
  }

  Answered send(String id) {
    return calls.send(book.attemptOf(id), Operation.REVERSAL);
  }

  /**
   * Reads the answer of the request that the reversal waits for. A worker that stood still brings
   * home the answer of an earlier one, which is kept but says nothing of the one under way.
   */
  @Transactional
  ReversalVerdict record(String id, Answered answered) {
    var row = book.lock(id);
    var answer = calls.record(answered);
    if (!row.isAsking(answered.call())) {
      return ReversalVerdict.UNKNOWN;
    }
    return read(row, answer instanceof BankAnswer.Declined declined ? declined.reason() : null);
  }

  /** When it is asked for again, further and further apart, and whether people must be told. */
  @Transactional
  ReversalVerdict planRetry(String id) {
    var row = book.lock(id);
    var tries = calls.tries(row.attempt(), Operation.REVERSAL);
    row.nextTryAt(time.now().plus(schedule.pauseAfter(tries)));
    return schedule.needsCase(tries) && !cases.isDelayedOpen(id)
        ? ReversalVerdict.CASE_NEEDED
        : ReversalVerdict.PAUSE;
  }

  @Transactional
  void openDelayedCase(String id) {
    var row = book.lock(id);
    cases.openDelayed(id, calls.tries(row.attempt(), Operation.REVERSAL).made());
  }

  Instant nextTryAt(String id) {
    return book.nextTryAt(id);
  }

  /** Goes on from what clarify-outcome.bpmn found out. */
  @Transactional
  ReversalVerdict resume(String id) {
    var row = book.lock(id);
    row.resumed();
    return read(row, row.declineReason());
  }

  /** Writes down that the money is back, once the attempt in our table says so. */
  @Transactional
  void finish(String id) {
    var row = book.lock(id);
    if (row.state() == ReversalEntity.State.DONE) {
      return;
    }
    var state = calls.lock(row.attempt()).state();
    if (state != Attempt.State.REVERSED) {
      throw new IllegalStateException("Nothing is reversed while the attempt is " + state);
    }
    row.finish(ReversalEntity.State.DONE, time.now());
    cases.close(id);
    events.publishEvent(new ReversalDone(id, row.payment()));
  }

  AttemptRef attemptOf(String id) {
    return book.attemptOf(id);
  }

  private ReversalVerdict read(ReversalEntity row, String declineReason) {
    var verdict = ReversalVerdict.of(calls.lock(row.attempt()).state());
    // Too late at the bank is no refusal: it surely did nothing, and may be asked again.
    if (verdict == ReversalVerdict.DECLINED && "request-expired".equals(declineReason)) {
      row.shallBeTriedAgain();
      return ReversalVerdict.NOT_SENT;
    }
    if (verdict == ReversalVerdict.DECLINED) {
      row.declined(declineReason == null ? "bank-declined" : declineReason);
    }
    return verdict;
  }

  private void demandNothingReversed(AttemptRef earlier) {
    if (earlier != null && calls.lock(earlier).state() != Attempt.State.DECLINED) {
      throw new IllegalStateException("A second attempt only where the first was refused");
    }
  }
}
