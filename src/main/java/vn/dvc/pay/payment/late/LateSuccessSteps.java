package vn.dvc.pay.payment.late;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.values.AttemptRef;

/** The steps of late-success.bpmn. */
@ProcessSteps(
    value = "lateSuccess",
    variables = {"attemptRef", "bank"})
public class LateSuccessSteps { // public because the engine calls it by reflection
  private final LateSuccesses late;

  LateSuccessSteps(LateSuccesses late) {
    this.late = late;
  }

  @Verdicts({"MONEY_MOVED", "NOTHING_MOVED", "UNKNOWN"})
  public String weighFinding(String attemptRef) {
    return late.weigh(AttemptRef.of(attemptRef)).name();
  }

  public void giveBack(String attemptRef) {
    late.giveBack(AttemptRef.of(attemptRef));
  }

  /** The verdicts that the gateway of late-success.bpmn reads. */
  enum Verdict {
    MONEY_MOVED,
    NOTHING_MOVED,
    UNKNOWN
  }
}
