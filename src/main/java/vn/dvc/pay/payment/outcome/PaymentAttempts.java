package vn.dvc.pay.payment.outcome;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.AttemptOwner;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** What an outcome in doubt, and its finding, mean for a payment. */
@Component
class PaymentAttempts implements AttemptOwner {
  private final PaymentBook book;
  private final DatabaseTime time;

  PaymentAttempts(PaymentBook book, DatabaseTime time) {
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
  public void inDoubt(String subject) {
    book.lock(PaymentId.of(subject)).moveTo(PaymentStatus.BEING_CHECKED, time.now());
  }

  @Override
  public void found(String subject, AttemptRef attempt, BankAnswer.Approved finding) {
    var row = book.lock(PaymentId.of(subject));
    if (finding.otp() != null) {
      row.card().otpSent(finding.otp(), time.now(), row.windowEndsAt());
    }
    if (finding.reason() != null) {
      row.money().declined(finding.reason(), time.now());
    }
  }

  @Override
  public String paymentOf(String subject) {
    return subject;
  }
}
