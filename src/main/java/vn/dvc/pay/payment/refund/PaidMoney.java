package vn.dvc.pay.payment.refund;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.collection.CollectedMoney;
import vn.dvc.pay.payment.reversal.OriginalMoney;
import vn.dvc.pay.payment.reversal.Reversals;

/** The very money that paid a payment: its attempt's debit, or the collection taken for it. */
@Component
class PaidMoney {
  private final BankCalls calls;
  private final CollectedMoney collected;
  private final Reversals reversals;

  PaidMoney(BankCalls calls, CollectedMoney collected, Reversals reversals) {
    this.calls = calls;
    this.collected = collected;
    this.reversals = reversals;
  }

  /** Whole dong of it that are not back, nor on their way. */
  long left(PaymentRow payment) {
    return reversals.left(original(payment));
  }

  /**
   * @throws IllegalStateException when our tables hold no money that paid it
   */
  OriginalMoney original(PaymentRow payment) {
    if (payment.method() == Method.COUNTER) {
      var it = collection(payment);
      return OriginalMoney.collected(it.bank(), it.reference());
    }
    var attempt = calls.attempt(payment.money().attempt());
    if (attempt.state() != Attempt.State.DEBITED
        || !attempt.subject().equals(payment.id().text())) {
      throw new IllegalStateException("No debit that could go back: it is " + attempt.state());
    }
    return OriginalMoney.debited(attempt.bank(), attempt.ref());
  }

  private CollectedMoney.Collected collection(PaymentRow payment) {
    return collected
        .of(payment.id())
        .orElseThrow(() -> new IllegalStateException("No collection that could go back"));
  }
}
