package vn.dvc.pay.limits;

/** What is tried, as velocity-policy.dmn and {@code try_count} call it. */
public enum Tried {
  /** A card is entered, which the bank is asked about. */
  CARD,
  /** An OTP is entered. */
  OTP,
  /** Another OTP is asked for, which sends an SMS to the card's owner. */
  OTP_RESEND,
  /** An account is to be registered, whose owner the bank is asked for. */
  ACCOUNT
}
