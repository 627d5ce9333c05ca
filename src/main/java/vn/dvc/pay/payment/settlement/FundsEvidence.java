package vn.dvc.pay.payment.settlement;

import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;

/**
 * Evidence in our own tables of what became of a payment's money. No payment ends only because its
 * process says so.
 */
public interface FundsEvidence {

  boolean covers(Method method);

  /**
   * @throws IllegalStateException unless exactly this payment's money has come in
   */
  void requireReceived(PaymentEntity payment);

  /**
   * @throws IllegalStateException if money of this payment is held, moved or in doubt
   */
  void requireNothingHeld(PaymentEntity payment);
}
