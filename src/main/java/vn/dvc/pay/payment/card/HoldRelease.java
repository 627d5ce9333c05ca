package vn.dvc.pay.payment.card;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand.VoidAuthorisation;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.PaymentId;

/**
 * Has the bank release a hold: at once, then at growing pauses, whether the request never left or
 * the bank did not comply. Finally a case informs two persons.
 */
@Component
class HoldRelease {
  private final PaymentRepository payments;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final HoldCases cases;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  HoldRelease(
      PaymentRepository payments,
      BankCalls attempts,
      MoneyCalls calls,
      HoldCases cases,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.payments = payments;
    this.attempts = attempts;
    this.calls = calls;
    this.cases = cases;
    this.schedule = schedule;
    this.time = time;
  }

  /**
   * @return UNKNOWN if nothing is held any more: clarify-outcome.bpmn finds the outcome certain,
   *     sends no inquiry, and the payment continues from there
   */
  @Transactional
  Verdict planVoid(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    var attempt = attempts.attempt(payment.money().attempt());
    if (!attempt.state().isHeld()) {
      return Verdict.UNKNOWN;
    }
    var due = payment.card().voidAt();
    var first = attempts.tries(attempt.ref(), Operation.VOID).made() == 0;
    return first || due != null && !now.isBefore(due) ? Verdict.VOID_NOW : Verdict.PAUSE;
  }

  /** Schedules the next request after one without effect. */
  @Transactional
  Verdict planNextVoid(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    var attempt = payment.money().attempt();
    var tries = attempts.tries(attempt, Operation.VOID);
    if (payment.card().voidAt() == null) {
      payment.card().voidAt(now.plus(schedule.pauseAfter(tries)));
    }
    payment.moveTo(PaymentStatus.BEING_CHECKED, now);
    return schedule.needsCase(tries) && !cases.isOpen(attempt)
        ? Verdict.CASE_NEEDED
        : Verdict.PAUSE;
  }

  @Transactional
  void openCase(PaymentId id) {
    var payment = payments.lock(id);
    var attempt = attempts.attempt(payment.money().attempt());
    cases.open(attempt, attempts.tries(attempt.ref(), Operation.VOID));
  }

  Instant nextVoidAt(PaymentId id) {
    return payments.require(id).card().voidAt();
  }

  /** Leaves the status BEING_CHECKED as it is, so that it does not flicker with each new try. */
  @Transactional
  void prepareVoid(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    if (payment.status() != PaymentStatus.BEING_CHECKED) {
      payment.moveTo(PaymentStatus.PROCESSING, now);
    }
    payment.card().voidAt(null);
    calls.prepare(payment, new VoidAuthorisation());
  }
}
