package vn.dvc.pay.payment.settle;

import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.book.PaymentRow;

/**
 * Where our own tables show what became of a payment's money. No payment ends on the word of its
 * process alone.
 */
public interface ProofOfMoney {

  boolean covers(Method method);

  /**
   * @throws IllegalStateException unless exactly this payment's money has come in
   */
  void demandPaid(PaymentRow row);

  /**
   * @throws IllegalStateException when money of this payment is held, moved or in doubt
   */
  void demandNothingHeld(PaymentRow row);
}
