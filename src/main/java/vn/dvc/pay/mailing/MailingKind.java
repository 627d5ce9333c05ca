package vn.dvc.pay.mailing;

/** What a mailing is about; its texts are in the resource files under this word. */
public enum MailingKind {
  /** Proves that an address is the payer's. */
  CODE,
  RECEIPT,
  /** An instruction for paying at the counter soon expires. */
  REMINDER,
  MONEY_RETURNED,
  REGISTRATION_APPROVED,
  REGISTRATION_REJECTED,
  REGISTRATION_RETURNED,
  /** The signed form of a registration is due soon. */
  FORM_REMINDER,
  /** To officers: a task of theirs is overdue. */
  TASK_OVERDUE
}
