package vn.dvc.pay.payment.method;

import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;

/** What one way of paying does with a payment. The row is locked, or new, and the caller's. */
public interface PaymentMethod {

  Method method();

  /** Starts the process of a payment that was just written down. */
  void start(PaymentEntity payment, PaymentRules rules);

  /** The payer wants no more of it; {@code stopRequested} says so already. */
  void cancelRequested(PaymentEntity payment);
}
