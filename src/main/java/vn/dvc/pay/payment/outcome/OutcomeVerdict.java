package vn.dvc.pay.payment.outcome;

/** The words that clarify-outcome.bpmn reads at its gateways. */
enum OutcomeVerdict {
  CERTAIN,
  UNKNOWN,
  FORBID,
  ASK_AGAIN,
  CASE_NEEDED
}
