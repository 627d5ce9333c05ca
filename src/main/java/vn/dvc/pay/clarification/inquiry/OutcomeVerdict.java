package vn.dvc.pay.clarification.inquiry;

/** The verdicts that clarify-outcome.bpmn reads at its gateways. */
public enum OutcomeVerdict {
  CERTAIN,
  UNKNOWN,
  FORBID,
  ASK_AGAIN,
  CASE_NEEDED
}
