package vn.dvc.pay.reversal.process;

import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;

/** What reverse-payment.bpmn may call. */
@ProcessSteps(
    value = "reversePayment",
    variables = {"reversalId", "bank"},
    messages = {"declinedDecided", "returnedMeanwhile"})
public class ReversePaymentSteps { // public only because the engine calls it by reflection
  private final ReversalCalls calls;
  private final ReversalCases cases;
  private final Timers timers;

  ReversePaymentSteps(ReversalCalls calls, ReversalCases cases, Timers timers) {
    this.calls = calls;
    this.cases = cases;
    this.timers = timers;
  }

  public void prepareReversal(String reversalId) {
    calls.prepare(reversalId);
  }

  @Verdicts({"DONE", "DECLINED", "NOT_SENT", "UNKNOWN"})
  public RecordedAnswer reverseMoney(String reversalId) {
    return calls.ask(reversalId);
  }

  @Verdicts({"PAUSE", "CASE_NEEDED"})
  public String planRetry(String reversalId) {
    return calls.planRetry(reversalId).name();
  }

  public void openDelayedCase(String reversalId) {
    calls.openDelayedCase(reversalId);
  }

  @Verdicts({"DONE", "DECLINED", "NOT_SENT", "UNKNOWN"})
  public String resumeFromFinding(String reversalId) {
    return calls.resume(reversalId).name();
  }

  public void recordReversed(String reversalId) {
    calls.finish(reversalId);
  }

  public void openCase(String reversalId) {
    cases.open(reversalId);
  }

  @Verdicts({"TRY_AGAIN", "RETURNED_OTHERWISE", "UNDECIDED"})
  public String readDecision(String reversalId) {
    return cases.decision(reversalId).name();
  }

  /** When the next try is due, for the model's timer (ISO 8601). */
  public String nextTryAt(String reversalId) {
    return timers.at(calls.nextTryAt(reversalId));
  }

  /** The attempt in doubt, for clarify-outcome.bpmn. */
  public String attemptRef(String reversalId) {
    return calls.attemptOf(reversalId).toString();
  }

  /** The verdicts that reverse-payment.bpmn reads at its gateways. */
  enum Verdict {
    DONE,
    DECLINED,
    NOT_SENT,
    UNKNOWN,
    TRY_AGAIN,
    RETURNED_OTHERWISE,
    UNDECIDED,
    PAUSE,
    CASE_NEEDED;

    /** What we know for certain about the attempt; anything else is inquired about. */
    static Verdict of(Attempt.State known) {
      return switch (known) {
        case REVERSED -> DONE;
        case DECLINED -> DECLINED;
        case NOT_EXECUTED -> NOT_SENT;
        default -> UNKNOWN;
      };
    }
  }
}
