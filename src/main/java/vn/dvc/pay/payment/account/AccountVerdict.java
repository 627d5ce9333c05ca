package vn.dvc.pay.payment.account;

/**
 * The verdicts that the gateways of account-payment.bpmn read. A verdict that a gateway does not
 * name takes the default flow, which never moves money.
 */
enum AccountVerdict {
  /** The debit has been recorded and may be sent. */
  PREPARED,
  /** The money has been debited. */
  DEBITED,
  /** The debit certainly never happened and is to be retried. */
  NOT_SENT,
  /** No money was taken, and there will be no further try. */
  ENDED,
  /** We do not know what the bank did. */
  UNKNOWN
}
