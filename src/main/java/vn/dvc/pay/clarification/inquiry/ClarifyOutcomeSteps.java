package vn.dvc.pay.clarification.inquiry;

import vn.dvc.pay.clarification.ClarificationService;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.values.AttemptRef;

/** What clarify-outcome.bpmn may call. */
@ProcessSteps(
    value = "clarifyOutcome",
    variables = {"attemptRef", "bank"},
    messages = "outcomeNoticed")
public class ClarifyOutcomeSteps { // public only because the engine calls it by reflection
  private final ClarificationService clarifications;
  private final TransactionInquiry inquiry;
  private final Tombstones tombstones;
  private final Timers timers;

  ClarifyOutcomeSteps(
      ClarificationService clarifications,
      TransactionInquiry inquiry,
      Tombstones tombstones,
      Timers timers) {
    this.clarifications = clarifications;
    this.inquiry = inquiry;
    this.tombstones = tombstones;
    this.timers = timers;
  }

  public void beginClarifying(String attemptRef) {
    clarifications.begin(AttemptRef.of(attemptRef));
  }

  @Verdicts({"CERTAIN", "UNKNOWN"})
  public String prepareInquiry(String attemptRef) {
    return clarifications.prepareInquiry(AttemptRef.of(attemptRef)).name();
  }

  @Verdicts({"CERTAIN", "UNKNOWN", "FORBID"})
  public RecordedAnswer inquireTransaction(String attemptRef) {
    return inquiry.ask(AttemptRef.of(attemptRef));
  }

  @Verdicts({"CERTAIN", "UNKNOWN"})
  public RecordedAnswer tombstoneTransaction(String attemptRef) {
    return tombstones.ask(AttemptRef.of(attemptRef));
  }

  @Verdicts({"ASK_AGAIN", "CASE_NEEDED"})
  public String planNextInquiry(String attemptRef) {
    return clarifications.planNext(AttemptRef.of(attemptRef)).name();
  }

  public void openCase(String attemptRef) {
    clarifications.openCase(AttemptRef.of(attemptRef));
  }

  public void closeClarification(String attemptRef) {
    clarifications.close(AttemptRef.of(attemptRef));
  }

  /** When the bank is next asked, for the model's timer (ISO 8601). */
  public String nextInquiryAt(String attemptRef) {
    return timers.at(clarifications.nextInquiryAt(AttemptRef.of(attemptRef)));
  }

  /** The verdicts that clarify-outcome.bpmn reads at its gateways. */
  public enum Verdict {
    CERTAIN,
    UNKNOWN,
    FORBID,
    ASK_AGAIN,
    CASE_NEEDED
  }
}
