package vn.dvc.pay.payment.late;

/** The words that late-success.bpmn reads at its gateway. */
enum LateVerdict {
  MONEY_MOVED,
  NOTHING_MOVED,
  UNKNOWN
}
