package vn.dvc.pay.payment.card;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand.Capture;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.PaymentId;

/** Has the bank capture what it holds, unless the payment is to stop. */
@Component
class CardCapture {
  private final PaymentRepository payments;
  private final BankCalls attempts;
  private final MoneyCalls calls;
  private final RetrySchedule schedule;
  private final DatabaseTime time;

  CardCapture(
      PaymentRepository payments,
      BankCalls attempts,
      MoneyCalls calls,
      RetrySchedule schedule,
      DatabaseTime time) {
    this.payments = payments;
    this.attempts = attempts;
    this.calls = calls;
    this.schedule = schedule;
    this.time = time;
  }

  /** Records the capture, unless the payment is to stop. */
  @Transactional
  Verdict prepare(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    if (!now.isBefore(payment.windowEndsAt())) {
      payment.requestStop(StopReason.WINDOW_ENDED);
    }
    if (payment.stopIsRequested()) {
      return Verdict.STOP_WANTED;
    }
    payment.moveTo(PaymentStatus.PROCESSING, now);
    payment.money().moving(true);
    calls.prepare(payment, new Capture());
    return Verdict.AUTHORISED;
  }

  /**
   * When to resend a capture that certainly never happened, at the latest at the end of the window.
   */
  Instant nextAt(PaymentId id) {
    var payment = payments.require(id);
    var tries = attempts.tries(payment.money().attempt(), Operation.CAPTURE);
    var next = time.now().plus(schedule.pauseAfter(tries));
    return next.isBefore(payment.windowEndsAt()) ? next : payment.windowEndsAt();
  }
}
