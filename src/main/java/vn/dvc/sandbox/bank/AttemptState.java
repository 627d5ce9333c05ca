package vn.dvc.sandbox.bank;

/** The state of an attempt at the bank, in the contract's words. */
public enum AttemptState {
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
