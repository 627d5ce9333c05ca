package vn.dvc.pay.engine.setup;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * What the engine's history keeps: each process instance with its beginning and end, each user task
 * with the person who completed it (the two-person rule reads that), which processes were called,
 * and how each ended. Not each step and variable: what a step did is in our own tables, with its
 * time, and a variable holds nothing that they do not.
 */
final class OwnHistory extends AbstractHistoryLevel {
  private static final Set<HistoryEventTypes> STEPS =
      EnumSet.of(
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END);

  private static final Set<String> KEPT =
      Set.of(
          ActivityTypes.TASK_USER_TASK,
          ActivityTypes.CALL_ACTIVITY,
          ActivityTypes.END_EVENT_NONE,
          ActivityTypes.END_EVENT_TERMINATE,
          ActivityTypes.END_EVENT_ERROR);

  /** Any number that the engine does not use; it is stored in the database. */
  @Override
  public int getId() {
    return 20;
  }

  @Override
  public String getName() {
    return "own";
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return HistoryLevel.HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(type, entity)
        && (!STEPS.contains(type) || isKept(entity));
  }

  /** Without an entity, the engine asks whether there are such events at all. */
  private static boolean isKept(Object entity) {
    return !(entity instanceof ExecutionEntity execution)
        || execution.getActivity() == null
        || KEPT.contains(execution.getActivity().getProperties().get(BpmnProperties.TYPE));
  }
}
