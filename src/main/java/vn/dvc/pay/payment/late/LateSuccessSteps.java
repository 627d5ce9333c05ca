package vn.dvc.pay.payment.late;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.values.AttemptRef;

/** What late-success.bpmn may ask of us. */
@ProcessSteps("lateSuccess")
public class LateSuccessSteps { // public only because the engine calls it by reflection
  private final LateSuccesses late;

  LateSuccessSteps(LateSuccesses late) {
    this.late = late;
  }

  public String weighFinding(String attemptRef) {
    return late.weigh(AttemptRef.of(attemptRef)).name();
  }

  public void giveBack(String attemptRef) {
    late.giveBack(AttemptRef.of(attemptRef));
  }
}
