package vn.dvc.pay.engine.wiring.elements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Tags;

/**
 * Flows are safe by default, and nothing interrupts an external call while its answer is pending.
 */
class FlowRule implements Rule {

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (String tag : List.of("exclusiveGateway", "inclusiveGateway")) {
      for (Node gateway : model.root().all(tag)) {
        if (gateway.children("outgoing").size() > 1 || outgoing(model, gateway) > 1) {
          if (gateway.get("default").isEmpty()) {
            faults.add(model.file(), gateway.id(), "no-default");
          }
        }
      }
    }
    for (Node event : model.root().all("boundaryEvent")) {
      if (!"false".equals(event.get("cancelActivity"))) {
        model.root().all(Tags.TASKS).stream()
            .filter(task -> task.id().equals(event.get("attachedToRef")))
            .filter(task -> callsOutside(task, all, new HashSet<>()))
            .forEach(task -> refuse(model, event, task.id(), faults));
      }
    }
    for (Node sub : model.root().all("subProcess")) {
      if ("true".equals(sub.get("triggeredByEvent"))) {
        sub.children("startEvent").stream()
            .filter(start -> !"false".equals(start.get("isInterrupting")))
            .filter(start -> callsOutside(enclosing(sub), all, new HashSet<>()))
            .forEach(start -> refuse(model, start, enclosing(sub).place(), faults));
      }
    }
  }

  private static Node enclosing(Node subProcess) {
    return subProcess
        .parent()
        .orElseThrow(() -> new IllegalStateException("Nothing encloses " + subProcess.id()));
  }

  private static void refuse(Model model, Node event, String enclosed, ModelFaults faults) {
    faults.add(model.file(), event.id(), "interrupts-call", enclosed);
  }

  private static long outgoing(Model model, Node gateway) {
    return model.root().all("sequenceFlow").stream()
        .filter(flow -> flow.get("sourceRef").equals(gateway.id()))
        .count();
  }

  private static boolean callsOutside(Node node, Models all, Set<String> seen) {
    if ("external".equals(node.camunda("type"))) {
      return true;
    }
    if ("callActivity".equals(node.tag())) {
      String called = node.get("calledElement");
      return seen.add(called)
          && all.process(called).map(process -> callsOutside(process, all, seen)).orElse(false);
    }
    return node.all(Tags.TASKS).stream()
        .filter(task -> !task.is(Set.of("subProcess", "transaction")))
        .anyMatch(task -> callsOutside(task, all, seen));
  }
}
