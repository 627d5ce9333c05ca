package vn.dvc.pay.payment.settlement;

import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;

/**
 * Where our own tables show what became of a payment's money. No payment ends on the word of its
 * process alone.
 */
public interface FundsEvidence {

  boolean covers(Method method);

  /**
   * @throws IllegalStateException unless exactly this payment's money has come in
   */
  void demandPaid(PaymentEntity payment);

  /**
   * @throws IllegalStateException when money of this payment is held, moved or in doubt
   */
  void demandNothingHeld(PaymentEntity payment);
}
