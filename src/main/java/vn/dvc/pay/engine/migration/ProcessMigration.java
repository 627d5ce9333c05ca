package vn.dvc.pay.engine.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.migration.MovePlan.Move;
import vn.dvc.pay.engine.migration.MovePlan.Place;

/**
 * Plans and makes the move of running processes to another version. Elements with the same id and
 * kind go to each other; what already waits, a timer or a message, waits on as before.
 */
@Component
public class ProcessMigration {
  /** What one person may move at once; the others follow with another plan. */
  private static final int MAX_INSTANCES = 500;

  private static final Logger log = LoggerFactory.getLogger(ProcessMigration.class);

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;

  ProcessMigration(
      RepositoryService repository, RuntimeService runtime, ManagementService management) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
  }

  /** Of all processes, those with running instances. */
  public List<OlderVersion> older() {
    return repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionKey()
        .asc()
        .list()
        .stream()
        .filter(newest -> newest.getVersion() > 1)
        .flatMap(this::olderThan)
        .toList();
  }

  private Stream<OlderVersion> olderThan(ProcessDefinition newest) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(newest.getKey())
        .orderByProcessDefinitionVersion()
        .asc()
        .list()
        .stream()
        .filter(older -> older.getVersion() < newest.getVersion())
        .map(
            older ->
                new OlderVersion(
                    older.getKey(),
                    older.getVersion(),
                    newest.getVersion(),
                    instances(older.getId())))
        .filter(older -> older.instances() > 0);
  }

  /**
   * @param others elements that go elsewhere than to one of their own id
   * @throws PlanRefused if the engine would not take it
   */
  public MovePlan plan(String process, int from, int to, Map<String, String> others) {
    var source = version(process, from);
    var moves =
        build(source, version(process, to), others).getInstructions().stream()
            .map(each -> new Move(each.getSourceActivityId(), each.getTargetActivityId()))
            .toList();
    var goes = moves.stream().collect(Collectors.toMap(Move::from, Move::to));
    var places =
        management.createActivityStatisticsQuery(source.getId()).list().stream()
            .map(
                there ->
                    new Place(
                        there.getId(),
                        name(source, there.getId()),
                        there.getInstances(),
                        goes.getOrDefault(there.getId(), "")))
            .toList();
    return new MovePlan(process, from, to, moves, instances(source.getId()), places);
  }

  /** Moves each process by itself: one that cannot be moved stays, and stops no other. */
  public Moved move(String process, int from, int to, Map<String, String> others) {
    var source = version(process, from);
    var plan = build(source, version(process, to), others);
    int moved = 0;
    int stayed = 0;
    for (var instance : running(source)) {
      try {
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        moved++;
      } catch (ProcessEngineException stays) {
        log.warn("Process {} stays on version {} of {}", instance.getId(), from, process);
        stayed++;
      }
    }
    return new Moved(moved, stayed);
  }

  private List<ProcessInstance> running(ProcessDefinition source) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionId(source.getId())
        .orderByProcessInstanceId()
        .asc()
        .listPage(0, MAX_INSTANCES);
  }

  private MigrationPlan build(
      ProcessDefinition source, ProcessDefinition target, Map<String, String> others) {
    var plan = runtime.createMigrationPlan(source.getId(), target.getId()).mapEqualActivities();
    others.forEach(plan::mapActivities);
    try {
      return plan.build();
    } catch (MigrationPlanValidationException invalid) {
      throw new PlanRefused(
          invalid.getValidationReport().getInstructionReports().stream()
              .flatMap(
                  report ->
                      report.getFailures().stream()
                          .map(
                              failure ->
                                  report.getMigrationInstruction().getSourceActivityId()
                                      + ": "
                                      + failure))
              .toList());
    } catch (ProcessEngineException noSuchElement) {
      throw new PlanRefused(List.of(String.valueOf(noSuchElement.getMessage())));
    }
  }

  private ProcessDefinition version(String process, int version) {
    return Optional.ofNullable(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult())
        .orElseThrow(() -> new PlanRefused(List.of(process + " " + version + "?")));
  }

  private long instances(String definition) {
    return runtime.createProcessInstanceQuery().processDefinitionId(definition).count();
  }

  private String name(ProcessDefinition source, String element) {
    FlowElement it = repository.getBpmnModelInstance(source.getId()).getModelElementById(element);
    return it == null || it.getName() == null ? element : it.getName();
  }
}
