package vn.dvc.pay.reversal.process;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.BankCommand.Reverse;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.process.ReversePaymentSteps.Verdict;
import vn.dvc.pay.reversal.record.ReversalEntity;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;

/**
 * Asks the bank to return money and records its answer. Sending holds no transaction; recording
 * shares the transaction that completes the task, and may run again after a crash.
 */
@Component
class ReversalCalls {
  private final ReversalRepository reversals;
  private final BankCalls calls;
  private final ReversalCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  ReversalCalls(
      ReversalRepository reversals,
      BankCalls calls,
      ReversalCases cases,
      RetrySchedule schedule,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.reversals = reversals;
    this.calls = calls;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
    this.events = events;
  }

  /**
   * Reuses the attempt with its next sequence number if it certainly had no effect, otherwise opens
   * a new one.
   */
  @Transactional
  void prepare(String id) {
    var reversal = reversals.lock(id);
    var attempt = reversal.attempt();
    if (attempt == null || reversal.state() == ReversalEntity.State.TO_BE_TRIED_AGAIN) {
      requireNothingReversed(attempt);
      attempt = calls.open(Subject.ofReversal(id), reversal.bank(), reversal.amount());
    }
    var call = calls.prepare(attempt, new Reverse(reversal.original().toBank(), reversal.reason()));
    reversal.asks(attempt, call);
  }

  RecordedAnswer ask(String id) {
    return calls.ask(
        reversals.attemptOf(id), Operation.REVERSAL, answered -> record(id, answered).name());
  }

  /**
   * Reads the answer to the request that the reversal waits for. A worker that was suspended may
   * deliver the answer to an earlier request, which is kept but says nothing about the current one.
   */
  Verdict record(String id, Answered answered) {
    var reversal = reversals.lock(id);
    var answer = calls.record(answered);
    if (!reversal.isAsking(answered.call())) {
      return Verdict.UNKNOWN;
    }
    return read(
        reversal, answer instanceof BankAnswer.Declined declined ? declined.reason() : null);
  }

  /** Plans the next try, at growing intervals, and decides whether a case is needed. */
  @Transactional
  Verdict planRetry(String id) {
    var reversal = reversals.lock(id);
    var tries = calls.tries(reversal.attempt(), Operation.REVERSAL);
    reversal.nextTryAt(time.now().plus(schedule.pauseAfter(tries)));
    return schedule.needsCase(tries) && !cases.isDelayedOpen(id)
        ? Verdict.CASE_NEEDED
        : Verdict.PAUSE;
  }

  @Transactional
  void openDelayedCase(String id) {
    var reversal = reversals.lock(id);
    cases.openDelayed(id, calls.tries(reversal.attempt(), Operation.REVERSAL).made());
  }

  Instant nextTryAt(String id) {
    return reversals.nextTryAt(id);
  }

  /** Continues with what clarify-outcome.bpmn found out. */
  @Transactional
  Verdict resume(String id) {
    var reversal = reversals.lock(id);
    reversal.resumed();
    return read(reversal, reversal.declineReason());
  }

  /** Records that the money has been returned, once the attempt in our table proves it. */
  @Transactional
  void finish(String id) {
    var reversal = reversals.lock(id);
    if (reversal.state() == ReversalEntity.State.DONE) {
      return;
    }
    var state = calls.lock(reversal.attempt()).state();
    if (state != Attempt.State.REVERSED) {
      throw new IllegalStateException("A reversal cannot finish while its attempt is " + state);
    }
    reversal.finish(ReversalEntity.State.DONE, time.now());
    cases.close(id);
    events.publishEvent(new ReversalDone(id, reversal.payment()));
  }

  AttemptRef attemptOf(String id) {
    return reversals.attemptOf(id);
  }

  private Verdict read(ReversalEntity reversal, String declineReason) {
    var verdict = Verdict.of(calls.lock(reversal.attempt()).state());
    // A request that reached the bank too late was not refused: it certainly had no effect and may
    // be repeated.
    if (verdict == Verdict.DECLINED && DeclineReason.REQUEST_EXPIRED.is(declineReason)) {
      reversal.tryAgain();
      return Verdict.NOT_SENT;
    }
    if (verdict == Verdict.DECLINED) {
      reversal.decline(declineReason == null ? DeclineReason.BANK_DECLINED.code() : declineReason);
    }
    return verdict;
  }

  private void requireNothingReversed(AttemptRef earlier) {
    if (earlier != null && calls.lock(earlier).state() != Attempt.State.DECLINED) {
      throw new IllegalStateException("A second attempt needs the first one to be declined");
    }
  }
}
