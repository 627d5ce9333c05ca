package vn.dvc.pay.engine.tasks;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.values.Problem;

@Component
class EngineStuckSteps implements StuckSteps {
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ExternalTaskService calls;
  private final ManagementService jobs;
  private final BusinessKeys keys;

  EngineStuckSteps(
      RuntimeService runtime,
      RepositoryService repository,
      ExternalTaskService calls,
      ManagementService jobs,
      BusinessKeys keys) {
    this.runtime = runtime;
    this.repository = repository;
    this.calls = calls;
    this.jobs = jobs;
    this.keys = keys;
  }

  @Override
  public List<StuckStep> all() {
    List<Incident> incidents = incidents();
    var businessKeys = keys.of(incidents.stream().map(Incident::getProcessInstanceId));
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
    if (incident.getProcessDefinitionId() == null) {
      return Kind.ENGINE;
    }
    return Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())
        ? Kind.CALL
        : Kind.STEP;
  }

  private StuckStep toStuckStep(Incident incident, @Nullable String businessKey) {
    var place = place(incident);
    return new StuckStep(
        incident.getId(),
        kind(incident),
        place.process,
        place.activity,
        place.name,
        incident.getProcessInstanceId(),
        businessKey,
        incident.getIncidentTimestamp().toInstant(),
        incident.getIncidentMessage());
  }

  private record Place(String process, String activity, String name) {}

  private Place place(Incident incident) {
    String definition = incident.getProcessDefinitionId();
    if (definition == null) {
      var work = ownWork(incident);
      return new Place("engine", work, work);
    }
    var activity = incident.getActivityId();
    var process = definition.substring(0, definition.indexOf(':'));
    return new Place(process, activity, name(definition, activity));
  }

  private String name(String definition, String activity) {
    FlowElement element = repository.getBpmnModelInstance(definition).getModelElementById(activity);
    return element == null || element.getName() == null ? activity : element.getName();
  }

  /** The engine's word for it, such as {@code history-cleanup}. */
  private String ownWork(Incident incident) {
    var job = jobs.createJobQuery().jobId(incident.getConfiguration()).singleResult();
    return job instanceof JobEntity entity ? entity.getJobHandlerType() : "job";
  }
}
