package vn.dvc.pay.engine.wiring.elements;

import java.util.List;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/** A model uses step beans and parties only: it contains no code and refers to no class. */
class ForbiddenRule implements Rule {
  /** The engine's former name space, in which it would still find code that no other rule sees. */
  private static final String OLD = "http://activiti.org/bpmn";

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (String tag : List.of("scriptTask", "script")) {
      for (Node node : model.root().all(tag)) {
        faults.add(model.file(), node.place(), "script");
      }
    }
    for (String tag : List.of("executionListener", "taskListener", "connector")) {
      for (Node node : model.root().all(tag)) {
        faults.add(model.file(), node.place(), "forbidden-element", tag);
      }
    }
    for (Node node : model.root().all("*")) {
      oldNames(model, node, faults);
      for (String attribute : List.of("class", "delegateExpression")) {
        if (!node.camunda(attribute).isEmpty()) {
          faults.add(model.file(), node.place(), "forbidden-attribute", attribute);
        }
      }
      if (!node.get("language").isEmpty() && node.tag().endsWith("xpression")) {
        faults.add(model.file(), node.place(), "foreign-language", node.get("language"));
      }
    }
  }

  private static void oldNames(Model model, Node node, ModelFaults faults) {
    if (OLD.equals(node.xml().getNamespaceURI())) {
      faults.add(model.file(), node.place(), "old-name", node.xml().getNodeName());
    }
    var attributes = node.xml().getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (OLD.equals(attributes.item(i).getNamespaceURI())) {
        faults.add(model.file(), node.place(), "old-name", attributes.item(i).getNodeName());
      }
    }
  }
}
