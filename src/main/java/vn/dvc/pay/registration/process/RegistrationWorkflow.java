package vn.dvc.pay.registration.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.values.Problem;

/** What we tell business-registration.bpmn. */
@Component
public class RegistrationWorkflow {
  private final Processes processes;

  RegistrationWorkflow(Processes processes) {
    this.processes = processes;
  }

  public void requested(RegistrationEntity row) {
    var id = row.id().text();
    var start = Map.<String, Object>of("registrationId", id, "bank", bank(row));
    row.runsIn(processes.start("business-registration", id, start));
  }

  /** The next version came; its account may be at another bank. */
  public void corrected(RegistrationEntity row, String otherwise) {
    tell(row, "registrationCorrected", Map.of("bank", bank(row)), otherwise);
  }

  public void nameConfirmed(RegistrationEntity row, String otherwise) {
    tell(row, "nameConfirmed", Map.of(), otherwise);
  }

  public void withdrawn(RegistrationEntity row, String otherwise) {
    tell(row, "registrationWithdrawn", Map.of(), otherwise);
  }

  /**
   * @param otherwise the refusal when a timer or an officer was faster
   */
  private void tell(
      RegistrationEntity row, String message, Map<String, Object> variables, String otherwise) {
    try {
      processes.tell(row.processInstance(), message, variables);
    } catch (NotWaiting somebodyWasFaster) {
      throw Problem.conflict(otherwise).with("registration", row.id().text());
    }
  }

  private static String bank(RegistrationEntity row) {
    return row.newest().account().bank();
  }
}
