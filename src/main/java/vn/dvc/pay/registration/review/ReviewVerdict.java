package vn.dvc.pay.registration.review;

/** What business-registration.bpmn reads after a teller or an officer has spoken. */
public enum ReviewVerdict {
  RECEIVED,
  SECOND_NEEDED,
  APPROVED,
  /** The payer must correct something. */
  RETURNED,
  REJECTED
}
