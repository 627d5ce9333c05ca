package vn.dvc.sandbox.bank;

/** How the bank sees an attempt, in the words of the contract. */
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
