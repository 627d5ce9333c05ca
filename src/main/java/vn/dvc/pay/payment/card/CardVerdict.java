package vn.dvc.pay.payment.card;

/**
 * The words that card-payment.bpmn reads at its gateways: where the payment now stands. A word that
 * a gateway does not name takes its default flow, which never moves money.
 */
enum CardVerdict {
  /** A card may be entered (again). */
  CARD_AWAITED,
  /** The bank holds the amount and waits for an OTP. */
  OTP_AWAITED,
  /** The bank waits for an OTP, but the code sent last is no longer valid. */
  OTP_EXPIRED,
  /** The bank holds the amount and may be asked to capture it. */
  AUTHORISED,
  /** The money has moved. */
  CAPTURED,
  /** The bank holds the amount, and it shall be released. */
  STOP_WANTED,
  /** The bank is told now to release what it holds. */
  VOID_NOW,
  /** It will be told again, later. */
  PAUSE,
  /** The same, and two persons must be told that it does not release. */
  CASE_NEEDED,
  /** The request surely never left; it may be written down and sent anew. */
  NOT_SENT,
  /** Nothing is held, and nothing more will be tried. */
  ENDED,
  /** Nobody here knows what the bank did. */
  UNKNOWN
}
