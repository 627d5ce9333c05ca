package vn.dvc.pay.payment.outcome;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt.Subject.OfPayment;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.clarification.AttemptOwner;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/** Applies an outcome in doubt, and later its finding, to a payment. */
@Component
class PaymentAttempts implements AttemptOwner<OfPayment> {
  private final PaymentRepository payments;
  private final DatabaseTime time;

  PaymentAttempts(PaymentRepository payments, DatabaseTime time) {
    this.payments = payments;
    this.time = time;
  }

  @Override
  public Class<OfPayment> subjects() {
    return OfPayment.class;
  }

  @Override
  public void lock(OfPayment subject) {
    payments.lock(subject.payment());
  }

  @Override
  public void outcomeUnknown(OfPayment subject, AttemptRef attempt) {
    var payment = payments.lock(subject.payment());
    if (worksOn(payment, attempt)) {
      payment.moveTo(PaymentStatus.BEING_CHECKED, time.now());
    }
  }

  @Override
  public void outcomeFound(OfPayment subject, AttemptRef attempt, BankAnswer.Approved finding) {
    var payment = payments.lock(subject.payment());
    if (!worksOn(payment, attempt)) {
      return;
    }
    if (finding.otp() != null) {
      payment.card().otpSent(finding.otp(), time.now(), payment.windowEndsAt());
    }
    if (finding.reason() != null) {
      payment.money().declined(finding.reason(), time.now());
    }
  }

  /**
   * A card is entered anew under a new attempt; a debit is retried unless the payment is to stop.
   */
  @Override
  public boolean givesUpWhatIsNotFound(OfPayment subject) {
    var payment = payments.lock(subject.payment());
    return payment.method() == Method.CARD || payment.stopIsRequested();
  }

  @Override
  public String paymentOf(OfPayment subject) {
    return subject.id();
  }

  /** A late finding about an earlier attempt does not affect the payment. */
  private static boolean worksOn(PaymentEntity payment, AttemptRef attempt) {
    return !payment.status().isFinished() && attempt.equals(payment.money().attempt());
  }
}
