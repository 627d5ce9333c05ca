package vn.dvc.pay.registration.process;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;
import vn.dvc.pay.registration.mandate.MandateTermination;
import vn.dvc.pay.registration.mandate.MandateVerdict;
import vn.dvc.pay.values.RegistrationId;

/** The steps of end-mandate.bpmn. Its verdicts are {@link MandateVerdict}s. */
@ProcessSteps(
    value = "endMandate",
    variables = {"registrationId", "bank"})
public class EndMandateSteps { // public because the engine calls it by reflection
  private final MandateTermination termination;
  private final MandateAttempts attempts;
  private final Timers timers;

  EndMandateSteps(MandateTermination termination, MandateAttempts attempts, Timers timers) {
    this.termination = termination;
    this.attempts = attempts;
    this.timers = timers;
  }

  @Verdicts({"PREPARED", "ENDED"})
  public String prepareEnding(String registrationId) {
    return termination.prepare(RegistrationId.of(registrationId)).name();
  }

  @Verdicts({"ENDED", "NOT_SENT", "UNKNOWN"})
  public RecordedAnswer endMandate(String registrationId) {
    return termination.ask(RegistrationId.of(registrationId));
  }

  /** When to repeat the request, for the model's timer (ISO 8601). */
  public String nextEndingAt(String registrationId) {
    return timers.at(termination.nextAt(RegistrationId.of(registrationId)));
  }

  @Verdicts({"ENDED", "NOT_SENT", "UNKNOWN"})
  public String resumeEnding(String registrationId) {
    return termination.resume(RegistrationId.of(registrationId)).name();
  }

  /** The attempt in doubt, for clarify-outcome.bpmn. */
  public String attemptRef(String registrationId) {
    return attempts.mandateOf(RegistrationId.of(registrationId)).toString();
  }
}
