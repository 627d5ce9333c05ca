package vn.dvc.pay.registration.account;

/** What business-registration.bpmn reads while account and form are prepared. */
public enum EnquiryVerdict {
  /** The bank is to be asked whose account it is. */
  ENQUIRY_PREPARED,
  /** What the bank said of this account still stands. */
  ACCOUNT_KNOWN,
  CONFIRMED,
  /** The payer must correct something, or stand by his spelling. */
  REFUSED,
  /** The bank did not answer; it is asked again later. */
  ASK_AGAIN,
  READY,
  WITHDRAWN
}
