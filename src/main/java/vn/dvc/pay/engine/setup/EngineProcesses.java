package vn.dvc.pay.engine.setup;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;

@Component
class EngineProcesses implements Processes {
  private final RuntimeService runtime;
  private final WholeInstances instances;

  EngineProcesses(RuntimeService runtime, WholeInstances instances) {
    this.runtime = runtime;
    this.instances = instances;
  }

  @Override
  public String start(String process, String businessKey, Map<String, Object> variables) {
    return runtime.startProcessInstanceByKey(process, businessKey, variables).getId();
  }

  @Override
  public void sendMessage(String instance, String message, Map<String, Object> variables) {
    deliver(
        instance,
        message,
        () ->
            instances.read(
                instance,
                waits ->
                    deliverIfAwaited(
                        message,
                        variables,
                        waits.stream()
                            .filter(wait -> isFor(message, wait))
                            .map(EventSubscriptionEntity::getExecutionId)
                            .toList())));
  }

  @Override
  public void sendMessageByKey(String process, String businessKey, String message) {
    var waiting =
        runtime
            .createExecutionQuery()
            .messageEventSubscriptionName(message)
            .processDefinitionKey(process)
            .processInstanceBusinessKey(businessKey)
            .list();
    deliver(
        process + " " + businessKey,
        message,
        () -> deliverIfAwaited(message, Map.of(), waiting.stream().map(Execution::getId).toList()));
  }

  @Override
  public boolean isRunning(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }

  private static boolean isFor(String message, EventSubscriptionEntity wait) {
    return wait.isSubscriptionForEventType(EventType.MESSAGE)
        && message.equals(wait.getEventName());
  }

  /**
   * Delivers the message if exactly one execution waits for it, and returns how many do. It does
   * not fail otherwise, because an exception from the engine itself would mark the caller's
   * transaction for rollback even if the caller expects it.
   */
  private int deliverIfAwaited(
      String message, Map<String, Object> variables, List<String> waiting) {
    if (waiting.size() == 1) {
      runtime.messageEventReceived(message, waiting.get(0), variables);
    }
    return waiting.size();
  }

  private static void deliver(String whom, String message, Supplier<Integer> delivery) {
    int waiting;
    try {
      waiting = delivery.get();
    } catch (OptimisticLockingException e) {
      throw new NotWaiting("%s has just moved on from %s".formatted(whom, message), e);
    }
    if (waiting == 0) {
      throw new NotWaiting("%s does not wait for %s".formatted(whom, message), null);
    }
    if (waiting > 1) {
      throw new IllegalStateException(
          "%s waits for %s in %d places".formatted(whom, message, waiting));
    }
  }
}
