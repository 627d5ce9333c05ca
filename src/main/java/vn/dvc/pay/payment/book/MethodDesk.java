package vn.dvc.pay.payment.book;

import vn.dvc.pay.payment.Payments.Method;

/** What one way of paying does with a payment. The row is locked, or new, and the caller's. */
public interface MethodDesk {

  Method method();

  /** Starts the process of a payment that was just written down. */
  void start(PaymentRow row, PaymentRules rules);

  /** The payer wants no more of it; {@code stopRequested} says so already. */
  void cancelRequested(PaymentRow row);
}
