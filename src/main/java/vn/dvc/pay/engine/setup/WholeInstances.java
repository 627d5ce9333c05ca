package vn.dvc.pay.engine.setup;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;
import org.springframework.stereotype.Component;

/**
 * Reads a process instance as a whole, with its variables and what it waits for, before a command
 * moves it on. The engine itself would read each of its executions when it comes to it.
 */
@Component
public class WholeInstances {
  private final ProcessEngineConfigurationImpl engine;

  WholeInstances(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /**
   * Runs engine commands as one.
   *
   * @param commands gets what the instance waits for; nothing if it has ended
   */
  public <T> T read(String instance, Function<List<EventSubscriptionEntity>, T> commands) {
    // Within another command, parts of the instance may be known already.
    var first = Context.getCommandContext() == null;
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> commands.apply(waits(context, instance, first)));
  }

  private static List<EventSubscriptionEntity> waits(
      CommandContext context, String instance, boolean first) {
    if (!first) {
      return subscriptions(context, instance);
    }
    var executions = context.getExecutionManager().findExecutionsByProcessInstanceId(instance);
    var waits =
        executions.stream().anyMatch(WholeInstances::waits)
            ? subscriptions(context, instance)
            : List.<EventSubscriptionEntity>of();
    executions.stream()
        .filter(ExecutionEntity::isProcessInstanceExecution)
        .findFirst()
        .ifPresent(
            root ->
                root.restoreProcessInstance(
                    executions,
                    waits,
                    context
                        .getVariableInstanceManager()
                        .findVariableInstancesByProcessInstanceId(instance),
                    null,
                    null,
                    null,
                    null));
    return waits;
  }

  private static List<EventSubscriptionEntity> subscriptions(
      CommandContext context, String instance) {
    return context
        .getEventSubscriptionManager()
        .findEventSubscriptionsByProcessInstanceId(instance);
  }

  /** What the execution's own row says. */
  private static boolean waits(ExecutionEntity execution) {
    return BitMaskUtil.isBitOn(
        execution.getCachedEntityStateRaw(), ExecutionEntity.EVENT_SUBSCRIPTIONS_STATE_BIT);
  }
}
