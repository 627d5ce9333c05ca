package vn.dvc.pay.payment.record;

/** Why a payment shall end without money moved. */
public enum StopReason {
  CANCELLED_BY_PAYER,
  WINDOW_ENDED,
  DECLINED
}
