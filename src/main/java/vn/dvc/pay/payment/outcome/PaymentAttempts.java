package vn.dvc.pay.payment.outcome;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.AttemptOwner;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** What an outcome in doubt, and its finding, mean for a payment. */
@Component
class PaymentAttempts implements AttemptOwner {
  private final PaymentRepository book;
  private final DatabaseTime time;

  PaymentAttempts(PaymentRepository book, DatabaseTime time) {
    this.book = book;
    this.time = time;
  }

  @Override
  public boolean owns(String subject) {
    return subject.startsWith("P");
  }

  @Override
  public void lock(String subject) {
    book.lock(PaymentId.of(subject));
  }

  @Override
  public void inDoubt(String subject, AttemptRef attempt) {
    var row = book.lock(PaymentId.of(subject));
    if (worksOn(row, attempt)) {
      row.moveTo(PaymentStatus.BEING_CHECKED, time.now());
    }
  }

  @Override
  public void found(String subject, AttemptRef attempt, BankAnswer.Approved finding) {
    var row = book.lock(PaymentId.of(subject));
    if (!worksOn(row, attempt)) {
      return;
    }
    if (finding.otp() != null) {
      row.card().otpSent(finding.otp(), time.now(), row.windowEndsAt());
    }
    if (finding.reason() != null) {
      row.money().declined(finding.reason(), time.now());
    }
  }

  /** A card is entered anew under an attempt of its own; a debit is tried again, if not stopped. */
  @Override
  public boolean givesUpWhatIsNotFound(String subject) {
    var row = book.lock(PaymentId.of(subject));
    return row.method() == Method.CARD || row.stopIsRequested();
  }

  @Override
  public String paymentOf(String subject) {
    return subject;
  }

  /** A late word on what the payment has left behind does not touch it. */
  private static boolean worksOn(PaymentEntity row, AttemptRef attempt) {
    return !row.status().isFinished() && attempt.equals(row.money().attempt());
  }
}
