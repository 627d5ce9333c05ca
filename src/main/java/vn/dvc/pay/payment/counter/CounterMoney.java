package vn.dvc.pay.payment.counter;

import vn.dvc.pay.payment.record.PaymentEntity;

/** What came in for a payment at the counter, as far as its process has to know. It is locked. */
public interface CounterMoney {

  /** Whether two persons still have to decide about some of it. Nothing may end meanwhile. */
  boolean isLookedAt(PaymentEntity payment);

  /** Whether exactly what is owed was taken for it. */
  boolean isWhole(PaymentEntity payment);

  /** What was kept until the rest came in goes back, because the rest never came. */
  void giveBackHeld(PaymentEntity payment);
}
