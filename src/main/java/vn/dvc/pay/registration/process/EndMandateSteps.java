package vn.dvc.pay.registration.process;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.engine.ToRecord;
import vn.dvc.pay.registration.mandate.Endings;
import vn.dvc.pay.values.RegistrationId;

/** What end-mandate.bpmn may ask of us. */
@ProcessSteps("endMandate")
public class EndMandateSteps { // public only because the engine calls it by reflection
  private final Endings endings;
  private final Attempts attempts;
  private final Timers timers;

  EndMandateSteps(Endings endings, Attempts attempts, Timers timers) {
    this.endings = endings;
    this.attempts = attempts;
    this.timers = timers;
  }

  public String prepareEnding(String registrationId) {
    return endings.prepare(RegistrationId.of(registrationId)).name();
  }

  public ToRecord endMandate(String registrationId) {
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
