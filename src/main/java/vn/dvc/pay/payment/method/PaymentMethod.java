package vn.dvc.pay.payment.method;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.values.Person;

/**
 * What one payment method does with a payment. The caller has locked the payment, or just created
 * it.
 */
public interface PaymentMethod {

  Method method();

  /**
   * Starts the process of a new payment.
   *
   * @param startedBy null if the caller does not say which person it was
   */
  void start(PaymentEntity payment, PaymentRules rules, @Nullable Person startedBy);

  /** Reacts to the payer's cancellation; {@code stopRequested} is already set. */
  void cancelRequested(PaymentEntity payment);
}
