package vn.dvc.pay.payment.card;

/**
 * The verdicts that the gateways of card-payment.bpmn read. A verdict that a gateway does not name
 * takes the default flow, which never moves money.
 */
enum CardVerdict {
  /** The payer may enter a card, or enter one again. */
  CARD_AWAITED,
  /** The bank waits for an OTP. */
  OTP_AWAITED,
  /** The bank waits for an OTP, but the latest code has expired. */
  OTP_EXPIRED,
  /** The bank holds the amount and may be asked to capture it. */
  AUTHORISED,
  /** The money has been captured. */
  CAPTURED,
  /** The bank holds the amount, and the hold is to be released. */
  STOP_WANTED,
  /** The release of the hold is requested now. */
  VOID_NOW,
  /** The release will be requested again later. */
  PAUSE,
  /** As PAUSE, and a case is opened because the bank does not release the hold. */
  CASE_NEEDED,
  /** The request certainly never left; it may be recorded and sent anew. */
  NOT_SENT,
  /** Nothing is held, and there will be no further try. */
  ENDED,
  /** We do not know what the bank did. */
  UNKNOWN
}
