package vn.dvc.pay.bank;

/** How the bank sees an attempt, in the words of the contract bank-v1. */
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
