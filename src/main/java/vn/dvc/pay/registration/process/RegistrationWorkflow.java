package vn.dvc.pay.registration.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.values.Problem;

/** Starts business-registration.bpmn and sends it messages. */
@Component
public class RegistrationWorkflow {
  private final Processes processes;

  RegistrationWorkflow(Processes processes) {
    this.processes = processes;
  }

  public void requested(RegistrationEntity registration) {
    var id = registration.id().text();
    var start = Map.<String, Object>of("registrationId", id, "bank", bank(registration));
    registration.runsIn(processes.start("business-registration", id, start));
  }

  /** Reports a new version, whose account may be at another bank. */
  public void corrected(RegistrationEntity registration, String otherwise) {
    sendMessage(
        registration, "registrationCorrected", Map.of("bank", bank(registration)), otherwise);
  }

  public void nameConfirmed(RegistrationEntity registration, String otherwise) {
    sendMessage(registration, "nameConfirmed", Map.of(), otherwise);
  }

  public void withdrawn(RegistrationEntity registration, String otherwise) {
    sendMessage(registration, "registrationWithdrawn", Map.of(), otherwise);
  }

  /**
   * @param otherwise the problem to report if a timer or an officer came first
   */
  private void sendMessage(
      RegistrationEntity registration,
      String message,
      Map<String, Object> variables,
      String otherwise) {
    try {
      processes.sendMessage(registration.processInstance(), message, variables);
    } catch (NotWaiting somebodyWasFaster) {
      throw Problem.conflict(otherwise).with("registration", registration.id().text());
    }
  }

  private static @Nullable String bank(RegistrationEntity registration) {
    return registration.newest().account().bank();
  }
}
