package vn.dvc.pay.engine.twoperson;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the two-person rule on one user task, for every caller and every route. Who completed
 * the first task is read from the history, which no form and no variable can change.
 */
class TwoPersonCheck implements TaskListener {
  private final Hands hands;
  private final @Nullable String differsFrom;

  /**
   * @param differsFrom the task whose person may not do this one; null for the first of the two
   *     tasks
   */
  TwoPersonCheck(Hands hands, @Nullable String differsFrom) {
    this.hands = hands;
    this.differsFrom = differsFrom;
  }

  @Override
  public void notify(DelegateTask task) {
    String actor = actor(task);
    if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
      complete(task, actor);
    } else if (differsFrom != null) {
      first(task)
          .ifPresent(
              first -> {
                refuse(first, task.getAssignee());
                if (((TaskEntity) task).getDelegationState() == DelegationState.RESOLVED) {
                  refuse(first, actor);
                }
              });
    }
  }

  private void complete(DelegateTask task, String actor) {
    if (actor == null || !actor.equals(task.getAssignee())) {
      throw TwoPersonRefused.notTheAssignee();
    }
    if (differsFrom != null) {
      refuse(first(task).orElseThrow(() -> TwoPersonRefused.noFirstPerson(differsFrom)), actor);
    }
  }

  private void refuse(String first, @Nullable String person) {
    if (first.equals(person)) {
      throw TwoPersonRefused.samePerson(person);
    }
    if (person != null) {
      hands
          .behindBoth(first, person)
          .ifPresent(
              behind -> {
                throw TwoPersonRefused.sameHands(first, person, behind, hands.coolDownDays());
              });
    }
  }

  private Optional<String> first(DelegateTask task) {
    List<HistoricTaskInstance> done =
        task.getProcessEngineServices()
            .getHistoryService()
            .createHistoricTaskInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .taskDefinitionKey(differsFrom)
            .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
            .orderByHistoricTaskInstanceEndTime()
            .desc()
            .listPage(0, 1);
    return done.stream().map(HistoricTaskInstance::getAssignee).findFirst();
  }

  private static @Nullable String actor(DelegateTask task) {
    var authentication =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return authentication == null ? null : authentication.getUserId();
  }
}
