package vn.dvc.pay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.junit5.common.ProcessEngineCoverageExtensionHelper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Requires that the tests of a class together take every flow node and every sequence flow of one
 * model, and names those they do not. The report is in target/process-test-coverage, a line per
 * model in target/model-coverage.
 *
 * <p>Only the named model counts. The coverage library's own threshold is a share of all models
 * that ran meanwhile, and in an application shared by several classes the processes of the others
 * go on: a reversal that another class had left waiting once turned 18 of 18 elements into 27 of
 * 66. The threshold also fails for models with links, see {@code isTaken}.
 */
public final class ModelCoverage
    implements BeforeAllCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        AfterAllCallback {
  private final String model;
  private final Function<ExtensionContext, ProcessEngine> engine;
  private final DefaultCollector collector = new DefaultCollector(ModelCoverage::modelOf);
  private final ProcessEngineCoverageExtensionHelper report =
      new ProcessEngineCoverageExtensionHelper(
          collector, false, false, List.of(), List.of(), Map.of(), null);
  private volatile boolean testing;

  private ModelCoverage(String model, Function<ExtensionContext, ProcessEngine> engine) {
    this.model = model;
    this.engine = engine;
  }

  /** Watches an engine of {@link ModelEngine}. */
  public static ModelCoverage of(String model, ProcessEngineExtension engine) {
    return new ModelCoverage(model, test -> engine.getProcessEngine());
  }

  /** Watches the engine of the application that the test's annotation starts. */
  public static ModelCoverage inApplication(String model) {
    return new ModelCoverage(
        model, test -> SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    report.beforeAll(context);
    new ProcessEngineAdapter(engine.apply(context), this::record).initializeListeners();
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    report.beforeTestExecution(context);
    testing = true;
  }

  /** The engine also calls this from its job threads, and the collector is not thread-safe. */
  private synchronized void record(Event event) {
    if (testing && event.getModelKey().equals(model)) {
      collector.addEvent(event);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    testing = false;
    report.afterTestExecution(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    report.afterAll(context);
    if (context.getExecutionException().isEmpty()) {
      var events = collector.getActiveSuite().getEvents(model);
      print(missed(model, events));
      assertThat(missed(model, events))
          .as("elements of " + model + " that no test reached")
          .isEmpty();
    }
  }

  /** A line per model, in target/model-coverage. */
  private void print(Set<String> missed) {
    int all = elements(model).size();
    var line = "%s: %d of %d elements\n".formatted(model, all - missed.size(), all);
    System.out.print(line);
    try {
      var folder = Files.createDirectories(Path.of("target/model-coverage"));
      Files.writeString(folder.resolve(model + ".txt"), line);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static Set<String> missed(String model, Iterable<Event> events) {
    var taken = new TreeSet<String>();
    for (var event : events) {
      if (event.getModelKey().equals(model)) {
        taken.add(event.getDefinitionKey());
      }
    }
    return elements(model).stream()
        .filter(element -> !isTaken(element, taken))
        .map(FlowElement::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of several link throws with one name the library reports one: the engine jumps over them. */
  private static boolean isTaken(FlowElement element, Set<String> taken) {
    if (element instanceof IntermediateThrowEvent event
        && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance)) {
      return event.getIncoming().stream().allMatch(flow -> taken.contains(flow.getId()));
    }
    return taken.contains(element.getId());
  }

  private static List<FlowElement> elements(String model) {
    return Bpmn.readModelFromFile(file(model)).getModelElementsByType(FlowElement.class).stream()
        .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
        .toList();
  }

  private static Model modelOf(String model) {
    var xml = Bpmn.convertToString(Bpmn.readModelFromFile(file(model)));
    return new Model(model, elements(model).size(), null, xml);
  }

  private static File file(String model) {
    return new File("processes/" + model + ".bpmn");
  }
}
