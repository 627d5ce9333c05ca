package vn.dvc.pay.payment.late;

/** The verdicts that the gateway of late-success.bpmn reads. */
enum LateVerdict {
  MONEY_MOVED,
  NOTHING_MOVED,
  UNKNOWN
}
