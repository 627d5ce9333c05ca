package vn.dvc.pay.registration.process;

/** What business-registration.bpmn reads when a timer says that the payer's time is over. */
enum WaitVerdict {
  /** The timer came early: the signed form may still be handed in. */
  FORM_AWAITED,
  /** The timer came early: the payer may still correct. */
  CORRECTION_AWAITED,
  EXPIRED
}
