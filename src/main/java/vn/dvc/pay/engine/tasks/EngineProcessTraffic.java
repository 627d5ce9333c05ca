package vn.dvc.pay.engine.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.watch.ProcessStory.Shape;
import vn.dvc.pay.engine.watch.ProcessTraffic;

/** Has the engine count. */
@Component
class EngineProcessTraffic implements ProcessTraffic {
  private final ManagementService engine;
  private final RepositoryService models;
  private final Map<String, ModelDrawing> drawings = new ConcurrentHashMap<>();

  EngineProcessTraffic(ManagementService engine, RepositoryService models) {
    this.engine = engine;
    this.models = models;
  }

  @Override
  public List<Model> running() {
    return engine.createProcessDefinitionStatisticsQuery().list().stream()
        .filter(model -> model.getInstances() > 0)
        .sorted(
            Comparator.comparing(ProcessDefinitionStatistics::getKey)
                .thenComparing(ProcessDefinitionStatistics::getVersion))
        .map(this::model)
        .toList();
  }

  private Model model(ProcessDefinitionStatistics model) {
    var drawing = drawings.computeIfAbsent(model.getId(), this::drawn);
    var counted =
        engine.createActivityStatisticsQuery(model.getId()).includeIncidents().list().stream()
            .collect(Collectors.toMap(ActivityStatistics::getId, Function.identity()));
    return new Model(
        model.getKey(),
        model.getVersion(),
        model.getInstances(),
        drawing.xml(),
        drawing.shapes().entrySet().stream()
            .filter(shape -> counted.containsKey(shape.getKey()))
            .map(shape -> place(shape.getKey(), shape.getValue(), counted.get(shape.getKey())))
            .toList());
  }

  /** Of a deployed model once: it never changes. */
  private ModelDrawing drawn(String model) {
    return new ModelDrawing(models.getProcessModel(model), UnaryOperator.identity());
  }

  private static Place place(String id, Shape shape, ActivityStatistics counted) {
    var stuck =
        counted.getIncidentStatistics().stream()
            .mapToInt(IncidentStatistics::getIncidentCount)
            .sum();
    var name = shape.name().isEmpty() ? id : shape.name();
    return new Place(shape.id(), name, counted.getInstances(), stuck);
  }
}
