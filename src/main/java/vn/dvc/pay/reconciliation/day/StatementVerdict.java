package vn.dvc.pay.reconciliation.day;

/** The verdicts that the gateways of daily-reconciliation.bpmn read. */
enum StatementVerdict {
  FETCHED,
  MISSING,
  IMPORTED,
  REFUSED,
  ASK_AGAIN,
  CASE_NEEDED,
  MORE,
  PENDING,
  CERTAIN
}
