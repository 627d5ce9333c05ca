package vn.dvc.pay.payment.method;

import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;

/**
 * What one payment method does with a payment. The caller has locked the payment, or just created
 * it.
 */
public interface PaymentMethod {

  Method method();

  /** Starts the process of a new payment. */
  void start(PaymentEntity payment, PaymentRules rules);

  /** Reacts to the payer's cancellation; {@code stopRequested} is already set. */
  void cancelRequested(PaymentEntity payment);
}
