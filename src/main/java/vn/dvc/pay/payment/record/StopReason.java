package vn.dvc.pay.payment.record;

/** Why a payment is to end unpaid. */
public enum StopReason {
  CANCELLED_BY_PAYER,
  REFUSED_BY_CHECKER,
  WINDOW_ENDED,
  DECLINED
}
