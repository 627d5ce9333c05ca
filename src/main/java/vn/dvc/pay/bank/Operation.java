package vn.dvc.pay.bank;

/** What we ask of a bank, by the contract bank-v1. */
public enum Operation {
  AUTHORISE,
  OTP,
  RESEND,
  CAPTURE,
  VOID,
  INQUIRY
}
