package vn.dvc.pay.engine.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.watch.ProcessStory;

/**
 * Reads where processes are from the running instances and their timers. Which steps they took is
 * not in the engine's history; what each step did is in our own tables.
 */
@Component
class EngineProcessStory implements ProcessStory {
  private final RuntimeService runtime;
  private final ManagementService jobs;
  private final RepositoryService models;
  private final HistoryService past;
  private final Map<String, Drawing> drawings = new ConcurrentHashMap<>();

  EngineProcessStory(
      RuntimeService runtime,
      ManagementService jobs,
      RepositoryService models,
      HistoryService past) {
    this.runtime = runtime;
    this.jobs = jobs;
    this.models = models;
    this.past = past;
  }

  @Override
  public Story of(String businessKey) {
    var roots =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey)
            .orderByProcessInstanceId()
            .asc()
            .list();
    var running = roots.stream().flatMap(this::withCalled).toList();
    return new Story(
        running.stream().flatMap(this::places).distinct().toList(),
        running.stream().flatMap(this::timers).sorted(Comparator.comparing(Timer::due)).toList(),
        roots.isEmpty() ? null : roots.get(0).getId());
  }

  @Override
  public Optional<Drawing> drawing(
      String process, String businessKey, String language, UnaryOperator<String> wording) {
    return past
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(businessKey)
        .orderByProcessInstanceStartTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .map(
            instance -> {
              var drawing = drawn(instance.getProcessDefinitionId(), language, wording);
              return new Drawing(drawing.xml(), drawing.shapes(), here(instance.getId()));
            });
  }

  /** Of a deployed model once in each language: it never changes. */
  private Drawing drawn(String model, String language, UnaryOperator<String> wording) {
    return drawings.computeIfAbsent(
        model + " " + language,
        unknown -> {
          var drawing = new ModelDrawing(models.getProcessModel(model), wording);
          return new Drawing(drawing.xml(), drawing.shapes(), List.of());
        });
  }

  private List<String> here(String instance) {
    var tree = runtime.getActivityInstance(instance);
    return tree == null ? List.of() : leaves(tree).distinct().toList();
  }

  private Stream<ProcessInstance> withCalled(ProcessInstance instance) {
    var called =
        runtime.createProcessInstanceQuery().superProcessInstanceId(instance.getId()).list();
    return Stream.concat(Stream.of(instance), called.stream().flatMap(this::withCalled));
  }

  private Stream<Place> places(ProcessInstance instance) {
    var tree = runtime.getActivityInstance(instance.getId());
    if (tree == null) {
      return Stream.empty();
    }
    var process = models.getProcessDefinition(instance.getProcessDefinitionId()).getKey();
    return leaves(tree)
        .map(element -> new Place(process, name(instance.getProcessDefinitionId(), element)));
  }

  private static Stream<String> leaves(ActivityInstance tree) {
    var begun = Stream.of(tree.getChildTransitionInstances()).map(there -> there.getActivityId());
    var within = Stream.of(tree.getChildActivityInstances());
    return Stream.concat(
        begun,
        within.flatMap(
            child ->
                child.getChildActivityInstances().length
                            + child.getChildTransitionInstances().length
                        == 0
                    ? Stream.of(child.getActivityId())
                    : leaves(child)));
  }

  private Stream<Timer> timers(ProcessInstance instance) {
    return jobs.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
        .filter(job -> job.getDuedate() != null && job.getRetries() > 0)
        .map(job -> new Timer(name(job), job.getDuedate().toInstant()));
  }

  private String name(Job job) {
    var element =
        jobs.createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId())
            .singleResult()
            .getActivityId();
    return name(job.getProcessDefinitionId(), element);
  }

  private String name(String model, String element) {
    FlowElement it = models.getBpmnModelInstance(model).getModelElementById(element);
    return it == null || it.getName() == null ? element : it.getName();
  }
}
