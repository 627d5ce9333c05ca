package vn.dvc.pay.engine.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.models.NoCodeInModels;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Tags;
import vn.dvc.pay.engine.wiring.flow.Distances;

/**
 * Walks through processes on an engine that is thrown away, until every element was passed or
 * nothing new comes. Shows that the engine takes the models and where they lead; not what the real
 * steps would do.
 */
@Component
public class Rehearsal {
  private static final int MAX_WALKS = 120;

  private final StepBeans steps;

  public Rehearsal(StepBeans steps) {
    this.steps = steps;
  }

  /**
   * One at a time, since each takes a second or two of a processor.
   *
   * @param files all models and forms together
   * @param changed the files whose processes are walked through
   */
  public synchronized List<Rehearsed> of(Map<String, byte[]> files, Collection<String> changed) {
    var models = changed.stream().filter(file -> file.endsWith(".bpmn")).sorted().toList();
    if (models.isEmpty()) {
      return List.of();
    }
    var choices = new Choices();
    var passed = new PassedElements();
    var scripted = new ScriptedSteps(steps, choices);
    try (var engine =
        new ThrowAwayEngine(scripted, passed, List.<BpmnParseListener>of(new NoCodeInModels()))) {
      engine.deploy(files);
      var walk = new Walk(engine.engine(), scripted, Entries.of(files), choices);
      return models.stream()
          .flatMap(file -> processes(file, files.get(file)))
          .map(process -> walked(process, walk, passed))
          .toList();
    }
  }

  private Rehearsed walked(Node process, Walk walk, PassedElements passed) {
    var names = names(process);
    Set<String> stopped = new LinkedHashSet<>();
    int walks = 0;
    while (walks < MAX_WALKS && !passed.of(process.id()).containsAll(names.keySet())) {
      walks++;
      var unseen = new HashSet<>(names.keySet());
      unseen.removeAll(passed.of(process.id()));
      try {
        walk.from(process.id(), variables(process.id()), Distances.toNearest(process, unseen));
      } catch (RuntimeException cannotGoOn) {
        stopped.add(String.valueOf(cannotGoOn.getMessage()));
      }
    }
    var seen = passed.of(process.id());
    List<String> ends = new ArrayList<>();
    List<String> notPassed = new ArrayList<>();
    names.forEach(
        (id, name) -> {
          if (!seen.contains(id)) {
            notPassed.add(name);
          }
        });
    process.all("endEvent").stream()
        .filter(end -> seen.contains(end.id()))
        .map(end -> names.get(end.id()))
        .forEach(ends::add);
    return new Rehearsed(
        process.id(),
        walks,
        names.size() - notPassed.size(),
        ends,
        notPassed,
        List.copyOf(stopped));
  }

  private Map<String, Object> variables(String process) {
    return steps
        .type(StepBeans.beanOf(process))
        .map(type -> type.getAnnotation(ProcessSteps.class))
        .map(declared -> Stream.of(declared.variables()))
        .orElse(Stream.of())
        .collect(Collectors.toMap(name -> name, name -> name));
  }

  /** Of all that the engine passes; it goes straight to what follows a link. */
  private static Map<String, String> names(Node process) {
    Map<String, String> names = new LinkedHashMap<>();
    for (var node : process.all(Tags.NODES)) {
      if (node.children("linkEventDefinition").isEmpty()) {
        names.put(node.id(), node.get("name").isEmpty() ? node.id() : node.get("name"));
      }
    }
    return names;
  }

  private static Stream<Node> processes(String file, byte[] bytes) {
    try {
      return Model.read(file, bytes).root().children("process").stream();
    } catch (Exception checkedBefore) {
      throw new IllegalStateException("A model that was checked cannot be read", checkedBefore);
    }
  }
}
