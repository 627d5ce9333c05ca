package vn.dvc.pay.engine.setup;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
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

  @Override
  public void sendMessage(String instance, String message, Map<String, Object> variables) {
    deliver(instance, message, variables, waitingFor(message).processInstanceId(instance));
  }

  @Override
  public void sendMessageByKey(String process, String businessKey, String message) {
    var waiting =
        waitingFor(message).processDefinitionKey(process).processInstanceBusinessKey(businessKey);
    deliver(process + " " + businessKey, message, Map.of(), waiting);
  }

  @Override
  public boolean isRunning(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }

  private ExecutionQuery waitingFor(String message) {
    return runtime.createExecutionQuery().messageEventSubscriptionName(message);
  }

  /**
   * Queries for the waiting execution first, because an exception from the engine itself would mark
   * the caller's transaction for rollback even if the caller expects it.
   */
  private void deliver(
      String whom, String message, Map<String, Object> variables, ExecutionQuery query) {
    List<Execution> waiting = query.list();
    if (waiting.isEmpty()) {
      throw new NotWaiting("%s does not wait for %s".formatted(whom, message), null);
    }
    if (waiting.size() > 1) {
      throw new IllegalStateException(
          "%s waits for %s in %d places".formatted(whom, message, waiting.size()));
    }
    try {
      runtime.messageEventReceived(message, waiting.get(0).getId(), variables);
    } catch (OptimisticLockingException e) {
      throw new NotWaiting("%s has just moved on from %s".formatted(whom, message), e);
    }
  }
}
