package vn.dvc.pay.engine.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.values.Problem;

@Component
class EngineStuckSteps implements StuckSteps {
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ExternalTaskService calls;
  private final ManagementService jobs;

  EngineStuckSteps(
      RuntimeService runtime,
      RepositoryService repository,
      ExternalTaskService calls,
      ManagementService jobs) {
    this.runtime = runtime;
    this.repository = repository;
    this.calls = calls;
    this.jobs = jobs;
  }

  @Override
  public List<StuckStep> all() {
    List<Incident> incidents = incidents();
    Map<String, String> businessKeys =
        incidents.isEmpty()
            ? Map.of()
            : runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                    incidents.stream()
                        .map(Incident::getProcessInstanceId)
                        .collect(Collectors.toSet()))
                .list()
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    return incidents.stream()
        .map(i -> toStuckStep(i, businessKeys.get(i.getProcessInstanceId())))
        .toList();
  }

  @Override
  public Count count() {
    List<Incident> incidents = incidents();
    return new Count(
        incidents.size(),
        incidents.isEmpty() ? null : incidents.get(0).getIncidentTimestamp().toInstant());
  }

  /** Oldest first. */
  private List<Incident> incidents() {
    return runtime.createIncidentQuery().orderByIncidentTimestamp().asc().list().stream()
        .filter(EngineStuckSteps::isCause)
        .toList();
  }

  @Override
  public void retry(String id) {
    Incident incident =
        Optional.ofNullable(runtime.createIncidentQuery().incidentId(id).singleResult())
            .filter(EngineStuckSteps::isCause)
            .orElseThrow(() -> Problem.notFound("step-not-stuck"));
    if (kind(incident) == Kind.CALL) {
      calls.setRetries(incident.getConfiguration(), 1);
    } else {
      jobs.setJobRetries(incident.getConfiguration(), 1);
    }
  }

  /**
   * The engine repeats an incident in every calling process; only the first one is the stuck step.
   */
  private static boolean isCause(Incident incident) {
    return incident.getId().equals(incident.getCauseIncidentId())
        && (Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())
            || Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType()));
  }

  private static Kind kind(Incident incident) {
    return Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())
        ? Kind.CALL
        : Kind.STEP;
  }

  private StuckStep toStuckStep(Incident incident, String businessKey) {
    var model = repository.getBpmnModelInstance(incident.getProcessDefinitionId());
    FlowElement element = model.getModelElementById(incident.getActivityId());
    String definition = incident.getProcessDefinitionId();
    return new StuckStep(
        incident.getId(),
        kind(incident),
        definition.substring(0, definition.indexOf(':')),
        incident.getActivityId(),
        element == null || element.getName() == null ? incident.getActivityId() : element.getName(),
        incident.getProcessInstanceId(),
        businessKey,
        incident.getIncidentTimestamp().toInstant(),
        incident.getIncidentMessage());
  }
}
