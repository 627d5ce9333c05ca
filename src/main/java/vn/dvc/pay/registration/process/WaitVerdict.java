package vn.dvc.pay.registration.process;

/** The verdicts that business-registration.bpmn reads when the payer's deadline timer fires. */
enum WaitVerdict {
  /** The timer fired early: the signed form may still be handed in. */
  FORM_AWAITED,
  /** The timer fired early: the payer may still submit a correction. */
  CORRECTION_AWAITED,
  EXPIRED
}
