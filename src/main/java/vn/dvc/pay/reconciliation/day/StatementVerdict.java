package vn.dvc.pay.reconciliation.day;

/** The words that daily-reconciliation.bpmn reads at its gateways. */
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
