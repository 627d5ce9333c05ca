package vn.dvc.pay.bank;

/** What we ask of a bank, by the contract bank-v1. */
public enum Operation {
  AUTHORISE,
  OTP,
  RESEND,
  CAPTURE,
  VOID,
  /** Whose account is it? Changes nothing at the bank. */
  ENQUIRY,
  /** From now on debits of this account are agreed to. */
  MANDATE,
  END_MANDATE,
  DEBIT,
  /** Gives back what an earlier debit or collection took. */
  REVERSAL,
  /** What became of an attempt? Changes nothing at the bank. */
  INQUIRY;

  /** A question moves no money and leaves the attempt as it is, whatever becomes of it. */
  boolean isQuestion() {
    return this == ENQUIRY || this == INQUIRY;
  }
}
