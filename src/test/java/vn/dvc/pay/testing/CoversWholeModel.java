package vn.dvc.pay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Requires, by the coverage extension's report, that the tests of a class together took every flow
 * node and every sequence flow of their model, and names those they did not.
 *
 * <p>The extension's own threshold cannot require this of a model with links: of several link
 * throws with one name it counts only the first as taken, because the engine jumps over them. A
 * throw counts as taken if the flow into it is.
 */
public class CoversWholeModel implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (context.getExecutionException().isPresent()) {
      return;
    }
    var test = context.getRequiredTestClass().getName();
    var report =
        new ObjectMapper()
            .readTree(new File("target/process-test-coverage/" + test + "/report.json"));
    assertThat(report.path("models")).as("models that were run").isNotEmpty();
    var taken =
        report.findValuesAsText("definitionKey").stream().collect(Collectors.toUnmodifiableSet());
    for (JsonNode run : report.path("models")) {
      var key = run.path("key").asText();
      var model = Bpmn.readModelFromFile(new File("processes/" + key + ".bpmn"));
      assertThat(missed(model, taken)).as("what no test of " + key + " took").isEmpty();
    }
  }

  private static Set<String> missed(BpmnModelInstance model, Set<String> taken) {
    var missed = new TreeSet<String>();
    for (var element : model.getModelElementsByType(FlowElement.class)) {
      if (element instanceof FlowNode node && !isTaken(node, taken)
          || element instanceof SequenceFlow flow && !taken.contains(flow.getId())) {
        missed.add(element.getId());
      }
    }
    return missed;
  }

  private static boolean isTaken(FlowNode node, Set<String> taken) {
    if (node instanceof IntermediateThrowEvent event
        && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance)) {
      return node.getIncoming().stream().allMatch(flow -> taken.contains(flow.getId()));
    }
    return taken.contains(node.getId());
  }
}
