package vn.dvc.pay.engine.tasks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.ProcessStory;

/** Reads the story from the engine's history and its timers. */
@Component
class EngineProcessStory implements ProcessStory {
  /** What an operator would not call a step. */
  private static final Set<String> BETWEEN =
      Set.of("intermediateLinkCatch", "intermediateLinkThrow", "subProcess", "multiInstanceBody");

  private final HistoryService history;
  private final ManagementService jobs;
  private final RepositoryService repository;

  EngineProcessStory(HistoryService history, ManagementService jobs, RepositoryService repository) {
    this.history = history;
    this.jobs = jobs;
    this.repository = repository;
  }

  @Override
  public Story of(String businessKey) {
    var roots =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey)
            .orderByProcessInstanceStartTime()
            .asc()
            .list();
    var seen = new LinkedHashSet<String>();
    var waiting = new ArrayDeque<>(roots.stream().map(HistoricProcessInstance::getId).toList());
    var steps = new ArrayList<Step>();
    while (!waiting.isEmpty()) {
      var instance = waiting.poll();
      if (seen.add(instance)) {
        for (var activity : activities(instance)) {
          if (activity.getCalledProcessInstanceId() != null) {
            waiting.add(activity.getCalledProcessInstanceId());
          }
          if (isStep(activity)) {
            steps.add(step(activity));
          }
        }
      }
    }
    steps.sort(Comparator.comparing(Step::begun));
    return new Story(steps, timers(seen), running(roots));
  }

  private List<HistoricActivityInstance> activities(String instance) {
    return history.createHistoricActivityInstanceQuery().processInstanceId(instance).list();
  }

  private static boolean isStep(HistoricActivityInstance it) {
    return it.getActivityName() != null
        && !it.getActivityType().endsWith("Gateway")
        && !BETWEEN.contains(it.getActivityType());
  }

  private static Step step(HistoricActivityInstance it) {
    return new Step(
        it.getProcessDefinitionKey(),
        it.getActivityName(),
        it.getStartTime().toInstant(),
        instant(it.getEndTime()));
  }

  private List<Timer> timers(Set<String> instances) {
    return instances.stream()
        .flatMap(
            instance -> jobs.createJobQuery().processInstanceId(instance).timers().list().stream())
        .filter(job -> job.getDuedate() != null && job.getRetries() > 0)
        .map(job -> new Timer(name(job), job.getDuedate().toInstant()))
        .sorted(Comparator.comparing(Timer::due))
        .collect(Collectors.toList());
  }

  private String name(Job job) {
    var activity =
        jobs.createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId())
            .singleResult()
            .getActivityId();
    FlowElement element =
        repository.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(activity);
    return element == null || element.getName() == null ? activity : element.getName();
  }

  private static @Nullable String running(List<HistoricProcessInstance> roots) {
    return roots.stream()
        .filter(root -> root.getEndTime() == null)
        .map(HistoricProcessInstance::getId)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
