package vn.dvc.pay.registration.account;

/** The verdicts that business-registration.bpmn reads while account and form are prepared. */
public enum EnquiryVerdict {
  /** The enquiry has been recorded and may be sent. */
  ENQUIRY_PREPARED,
  /** The bank's earlier answer about this account is still valid. */
  ACCOUNT_KNOWN,
  CONFIRMED,
  /** The payer must correct something, or confirm the spelling of the name. */
  REFUSED,
  /** The bank did not answer; the enquiry will be repeated later. */
  ASK_AGAIN,
  READY,
  WITHDRAWN
}
