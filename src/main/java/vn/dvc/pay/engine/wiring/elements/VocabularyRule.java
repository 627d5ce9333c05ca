package vn.dvc.pay.engine.wiring.elements;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/**
 * Elements and attributes that the product knows. The engine ignores those it does not know, so
 * that a misspelt one would silently do nothing.
 */
class VocabularyRule implements Rule {
  private static final Map<String, Set<String>> BPMN =
      Map.ofEntries(
          entry("definitions", words("targetNamespace exporter exporterVersion name")),
          entry("process", words("name isExecutable historyTimeToLive versionTag")),
          entry("message", words("name")),
          entry("startEvent", words("name isInterrupting")),
          entry("endEvent", words("name")),
          entry("intermediateCatchEvent", words("name")),
          entry("intermediateThrowEvent", words("name")),
          entry("boundaryEvent", words("name attachedToRef cancelActivity")),
          entry("timerEventDefinition", words("")),
          entry("messageEventDefinition", words("messageRef")),
          entry("linkEventDefinition", words("name")),
          entry("timeDate", words("type")),
          entry("timeDuration", words("type")),
          entry("timeCycle", words("type")),
          entry("conditionExpression", words("type language")),
          entry(
              "serviceTask",
              words(
                  "name type topic expression resultVariable asyncBefore modelerTemplate modelerTemplateVersion")),
          entry(
              "userTask",
              words(
                  "name candidateGroups formRef formRefBinding dueDate modelerTemplate modelerTemplateVersion")),
          entry("receiveTask", words("name messageRef")),
          entry("businessRuleTask", words("name decisionRef mapDecisionResult resultVariable")),
          entry("callActivity", words("name calledElement modelerTemplate modelerTemplateVersion")),
          entry("subProcess", words("name triggeredByEvent")),
          entry("exclusiveGateway", words("name default")),
          entry("inclusiveGateway", words("name default")),
          entry("parallelGateway", words("name")),
          entry("eventBasedGateway", words("name")),
          entry("sequenceFlow", words("name sourceRef targetRef")),
          entry("incoming", words("")),
          entry("outgoing", words("")),
          entry("documentation", words("textFormat")),
          entry("extensionElements", words("")),
          entry("textAnnotation", words("textFormat")),
          entry("text", words("")),
          entry("association", words("sourceRef targetRef associationDirection")));
  private static final Map<String, Set<String>> CAMUNDA =
      Map.ofEntries(
          entry("in", words("source sourceExpression target businessKey")),
          entry("inputOutput", words("")),
          entry("inputParameter", words("name")),
          entry("outputParameter", words("name")),
          entry("properties", words("")),
          entry("property", words("name value")),
          entry("failedJobRetryTimeCycle", words("")));
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "isExecutable", Set.of("true"),
          "isInterrupting", Set.of("true", "false"),
          "cancelActivity", Set.of("true", "false"),
          "triggeredByEvent", Set.of("true"),
          "asyncBefore", Set.of("true", "false"),
          "type", Set.of("external"));

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    element(model, model.root(), faults);
    model.root().all("*").forEach(node -> element(model, node, faults));
  }

  private static void element(Model model, Node node, ModelFaults faults) {
    var space = String.valueOf(node.xml().getNamespaceURI());
    if (!space.equals(Node.BPMN) && !space.equals(Node.CAMUNDA)) {
      return; // the drawing, and what other tools add
    }
    var known = (space.equals(Node.BPMN) ? BPMN : CAMUNDA).get(node.tag());
    if (known == null) {
      faults.add(model.file(), node.place(), "element-unknown", node.tag());
      return;
    }
    var attributes = node.xml().getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      attribute(model, node, (Attr) attributes.item(i), known, faults);
    }
    if (space.equals(Node.CAMUNDA) && known.contains("name") && node.get("name").isEmpty()) {
      faults.add(model.file(), node.place(), "nameless", node.tag());
    }
    if ("process".equals(node.tag()) && node.get("isExecutable").isEmpty()) {
      faults.add(model.file(), node.place(), "attribute-value", "isExecutable", "", "true");
    }
  }

  private static void attribute(
      Model model, Node node, Attr attribute, Set<String> known, ModelFaults faults) {
    var space = attribute.getNamespaceURI();
    var name = attribute.getLocalName();
    if (space != null && !space.equals(Node.CAMUNDA) || name.equals("id")) {
      return; // xmlns, xsi and what other tools add
    }
    var allowed = VALUES.get(name);
    if (!known.contains(name)) {
      faults.add(model.file(), node.place(), "attribute-unknown", name, nearest(name, known));
    } else if (allowed != null && !allowed.contains(attribute.getValue())) {
      faults.add(
          model.file(),
          node.place(),
          "attribute-value",
          name,
          attribute.getValue(),
          String.join(", ", new TreeSet<>(allowed)));
    }
  }

  private static String nearest(String name, Set<String> known) {
    return known.stream().min(Comparator.comparingInt(k -> Spelling.distance(k, name))).orElse("-");
  }

  private static Set<String> words(String words) {
    return new TreeSet<>(Arrays.asList(words.split(" ")));
  }
}
