package vn.dvc.pay.registration.process;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.registration.mandate.MandateTermination;
import vn.dvc.pay.values.RegistrationId;

/** What end-mandate.bpmn may ask of us. */
@ProcessSteps("endMandate")
public class EndMandateSteps { // public only because the engine calls it by reflection
  private final MandateTermination endings;
  private final MandateAttempts attempts;
  private final Timers timers;

  EndMandateSteps(MandateTermination endings, MandateAttempts attempts, Timers timers) {
    this.endings = endings;
    this.attempts = attempts;
    this.timers = timers;
  }

  public String prepareEnding(String registrationId) {
    return endings.prepare(RegistrationId.of(registrationId)).name();
  }

  public RecordedAnswer endMandate(String registrationId) {
    var id = RegistrationId.of(registrationId);
    var answered = endings.send(id);
    return () -> endings.record(id, answered).name();
  }

  /** When the bank is told again, for the timer of the model (ISO 8601). */
  public String nextEndingAt(String registrationId) {
    return timers.at(endings.nextAt(RegistrationId.of(registrationId)));
  }

  public String resumeEnding(String registrationId) {
    return endings.resume(RegistrationId.of(registrationId)).name();
  }

  /** The attempt in doubt, for clarify-outcome.bpmn. */
  public String attemptRef(String registrationId) {
    return attempts.mandateOf(RegistrationId.of(registrationId)).toString();
  }
}
