package vn.dvc.pay.engine.setup;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;

@Component
class EngineProcesses implements Processes {
  private final RuntimeService runtime;

  EngineProcesses(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public String start(String process, String businessKey, Map<String, Object> variables) {
    return runtime.startProcessInstanceByKey(process, businessKey, variables).getId();
  }

  /**
   * Looks for the waiting place first: a refusal by the engine itself would spoil the caller's
   * transaction even when the caller expects it.
   */
  @Override
  public void tell(String instance, String message, Map<String, Object> variables) {
    List<Execution> waiting =
        runtime
            .createExecutionQuery()
            .processInstanceId(instance)
            .messageEventSubscriptionName(message)
            .list();
    if (waiting.isEmpty()) {
      throw new NotWaiting("%s does not wait for %s".formatted(instance, message), null);
    }
    if (waiting.size() > 1) {
      throw new IllegalStateException(
          "%s waits for %s in %d places".formatted(instance, message, waiting.size()));
    }
    try {
      runtime.messageEventReceived(message, waiting.get(0).getId(), variables);
    } catch (OptimisticLockingException e) {
      throw new NotWaiting("%s has just moved on from %s".formatted(instance, message), e);
    }
  }
}
