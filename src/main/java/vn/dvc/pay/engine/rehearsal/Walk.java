package vn.dvc.pay.engine.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * One way through a process: wherever it waits, the call is answered, the task completed, the
 * message sent or the timer fired that may lead to something new.
 */
final class Walk {
  private static final int MAX_MOVES = 60;

  /** Nothing new is to be found that way. */
  private static final int FAR = 8;

  private static final String WORKER = "rehearsal";

  private final ProcessEngine engine;
  private final ScriptedSteps steps;
  private final Entries entries;
  private final Choices choices;

  Walk(ProcessEngine engine, ScriptedSteps steps, Entries entries, Choices choices) {
    this.engine = engine;
    this.steps = steps;
    this.entries = entries;
    this.choices = choices;
  }

  /** One thing that can happen next. */
  private record Move(String place, Runnable made) {
    @Override
    public String toString() {
      return place;
    }
  }

  /**
   * @param distances of elements to the nearest that was not passed yet
   * @throws RuntimeException if the engine cannot go on
   */
  void from(String process, Map<String, Object> variables, Map<String, Integer> distances) {
    var instance = engine.getRuntimeService().startProcessInstanceByKey(process, variables).getId();
    try {
      for (int moves = 0; moves < MAX_MOVES && isRunning(instance); moves++) {
        var possible = possible();
        if (possible.isEmpty()) {
          throw new IllegalStateException("waits for nothing");
        }
        choices
            .next("moves", possible, move -> distances.getOrDefault(move.place(), FAR))
            .made()
            .run();
      }
    } finally {
      if (isRunning(instance)) {
        engine.getRuntimeService().deleteProcessInstance(instance, "another walk");
      }
    }
  }

  private boolean isRunning(String instance) {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        > 0;
  }

  private List<Move> possible() {
    List<Move> moves = new ArrayList<>();
    calls().forEach(call -> moves.add(new Move(call.getActivityId(), () -> answer(call))));
    tasks().forEach(task -> moves.add(new Move(task.getTaskDefinitionKey(), () -> finish(task))));
    messages().forEach(wait -> moves.add(new Move(wait.getActivityId(), () -> send(wait))));
    jobs().forEach(job -> moves.add(new Move(place(job), () -> fire(job))));
    return moves;
  }

  private List<ExternalTask> calls() {
    return engine.getExternalTaskService().createExternalTaskQuery().list();
  }

  private void answer(ExternalTask call) {
    var verdict =
        steps.answer(StepBeans.beanOf(call.getProcessDefinitionKey()), call.getActivityId());
    var tasks = engine.getExternalTaskService();
    tasks.lock(call.getId(), WORKER, 60_000);
    tasks.complete(call.getId(), WORKER, Map.of("verdict", String.valueOf(verdict)));
  }

  private List<Task> tasks() {
    return engine.getTaskService().createTaskQuery().initializeFormKeys().list();
  }

  private void finish(Task task) {
    Map<String, Object> entered = new HashMap<>();
    if (task.getCamundaFormRef() != null) {
      var form = task.getCamundaFormRef().getKey();
      entries
          .of(form)
          .forEach((field, words) -> entered.put(field, choices.next(form + field, words)));
    }
    engine.getTaskService().complete(task.getId(), entered);
  }

  private List<EventSubscription> messages() {
    return engine.getRuntimeService().createEventSubscriptionQuery().eventType("message").list();
  }

  private void send(EventSubscription wait) {
    engine.getRuntimeService().messageEventReceived(wait.getEventName(), wait.getExecutionId());
  }

  private Stream<Job> jobs() {
    return engine.getManagementService().createJobQuery().list().stream()
        .filter(job -> job.getProcessInstanceId() != null);
  }

  private String place(Job job) {
    return engine
        .getManagementService()
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private void fire(Job job) {
    engine.getManagementService().executeJob(job.getId());
  }
}
