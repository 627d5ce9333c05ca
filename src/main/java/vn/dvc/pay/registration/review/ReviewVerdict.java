package vn.dvc.pay.registration.review;

/** The verdicts that business-registration.bpmn reads after a teller's or officer's decision. */
public enum ReviewVerdict {
  RECEIVED,
  SECOND_NEEDED,
  APPROVED,
  /** The payer must correct something. */
  RETURNED,
  REJECTED
}
