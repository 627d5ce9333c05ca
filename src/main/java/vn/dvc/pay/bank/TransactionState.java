package vn.dvc.pay.bank;

/** An attempt's state at the bank, in the terms of contract bank-v1. */
public enum TransactionState {
  NOT_FOUND,
  PENDING_OTP,
  AUTHORISED,
  CAPTURED,
  DEBITED,
  DECLINED,
  VOIDED,
  REVERSED,
  TOMBSTONED
}
