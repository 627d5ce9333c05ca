package vn.dvc.pay.payment.outcome;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject.OfPayment;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.clarification.OutcomeCases;
import vn.dvc.pay.clarification.decision.DecidedOutcomes;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * When two persons decide that a card's money did not move, stops the payment and releases whatever
 * the bank may hold. Without the stop it would be captured after all.
 */
@Component
class StoppedByDecision {
  private final BankCalls calls;
  private final PaymentRepository payments;
  private final DatabaseTime time;

  StoppedByDecision(BankCalls calls, PaymentRepository payments, DatabaseTime time) {
    this.calls = calls;
    this.payments = payments;
    this.time = time;
  }

  /** Runs before {@link DecidedOutcomes}, which lets the process continue. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void stop(CaseDecided decided) {
    if (!OutcomeCases.saysNoMoneyMoved(decided)) {
      return;
    }
    var attempt = calls.attempt(AttemptRef.of(decided.subject()));
    if (attempt.state() != Attempt.State.UNKNOWN
        || !(attempt.subject() instanceof OfPayment subject)) {
      return;
    }
    var payment = payments.lock(subject.payment());
    var worksOnIt =
        !payment.status().isFinished() && attempt.ref().equals(payment.money().attempt());
    if (worksOnIt
        && payment.method() == Method.CARD
        && calls.attempt(attempt.ref()).state() == Attempt.State.UNKNOWN) {
      payment.money().moving(false);
      payment.money().declined(DeclineReason.BANK_UNAVAILABLE.code(), time.now());
      payment.requestStop(StopReason.DECLINED);
    }
  }
}
