package vn.dvc.pay.payment.record;

/** Why a payment is to end unpaid. */
public enum StopReason {
  CANCELLED_BY_PAYER,
  WINDOW_ENDED,
  DECLINED
}
