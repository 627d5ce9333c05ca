package vn.dvc.pay.mailing;

/** What a mailing is about; its texts are in the resource files under this word. */
public enum MailingKind {
  /** Proves that an address is the payer's. */
  CODE,
  RECEIPT,
  /** An instruction for paying at the counter soon expires. */
  REMINDER,
  MONEY_RETURNED,
  /** Money came in that does not pay by itself: too little, too late, a second time. */
  COLLECTION_LOOKED_AT,
  /** It, or what was too much of it, went back. */
  COLLECTION_RETURNED,
  /** A payment by account waits for a second person of the organisation. */
  TO_APPROVE,
  REGISTRATION_APPROVED,
  REGISTRATION_REJECTED,
  REGISTRATION_RETURNED,
  /** The signed form of a registration is due soon. */
  FORM_REMINDER,
  /** To officers: a task of theirs is overdue. */
  TASK_OVERDUE
}
