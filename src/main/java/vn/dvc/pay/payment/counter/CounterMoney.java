package vn.dvc.pay.payment.counter;

import vn.dvc.pay.payment.record.PaymentEntity;

/**
 * What the process of a counter payment needs to know about its money. The payment must be locked.
 */
public interface CounterMoney {

  /**
   * Whether some of it still needs a decision by two persons. Until then the payment must not end.
   */
  boolean isLookedAt(PaymentEntity payment);

  /** Whether exactly the amount owed has been taken for it. */
  boolean isWhole(PaymentEntity payment);

  /** Returns the money that was kept, because the rest never came. */
  void giveBackHeld(PaymentEntity payment);
}
