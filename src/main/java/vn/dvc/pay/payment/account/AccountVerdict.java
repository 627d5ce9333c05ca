package vn.dvc.pay.payment.account;

/**
 * The words that account-payment.bpmn reads at its gateways: where the payment now stands. A word
 * that a gateway does not name takes its default flow, which never moves money.
 */
enum AccountVerdict {
  /** The debit is written down and may be sent. */
  PREPARED,
  /** The money has moved. */
  DEBITED,
  /** The debit surely never happened, and shall be tried again. */
  NOT_SENT,
  /** Nothing was taken, and nothing more will be tried. */
  ENDED,
  /** Nobody here knows what the bank did. */
  UNKNOWN
}
