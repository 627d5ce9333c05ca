package vn.dvc.pay.engine.wiring.flow;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/** Every node can be reached, none is a dead end, and the drawing shows all of them. */
class GraphRule implements Rule {
  private static final Set<String> DECIDING = Set.of("exclusiveGateway", "inclusiveGateway");

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var process : model.root().children("process")) {
      var graph = new Graph(process);
      process.all("sequenceFlow").forEach(flow -> ends(model, flow, graph, faults));
      var reached = graph.reached();
      for (var node : graph.nodes()) {
        if (!reached.contains(node.id()) && !Graph.isEventSubprocess(node)) {
          faults.add(model.file(), node.id(), "unreachable");
        }
        deadEnd(model, node, graph, faults);
        listed(model, node, process, faults);
        if (DECIDING.contains(node.tag())) {
          decision(model, node, graph, faults);
        }
      }
      conditionsElsewhere(model, process, graph, faults);
      if (process.children("startEvent").size() != 1) {
        faults.add(model.file(), process.id(), "one-start", process.children("startEvent").size());
      }
    }
    drawn(model, faults);
  }

  private static void ends(Model model, Node flow, Graph graph, ModelFaults faults) {
    for (var end : new String[] {"sourceRef", "targetRef"}) {
      var node = graph.node(flow.get(end));
      if (node.isEmpty()) {
        faults.add(model.file(), flow.id(), "flow-nowhere", flow.get(end));
      } else if (!node.get().parent().equals(flow.parent())) {
        faults.add(model.file(), flow.id(), "flow-across", flow.get(end));
      }
    }
  }

  private static void deadEnd(Model model, Node node, Graph graph, ModelFaults faults) {
    boolean mayEnd =
        node.tag().equals("endEvent")
            || Graph.isEventSubprocess(node)
            || !node.children("linkEventDefinition").isEmpty()
                && node.tag().equals("intermediateThrowEvent");
    if (!mayEnd && graph.outgoing(node).isEmpty()) {
      faults.add(model.file(), node.id(), "dead-end");
    }
  }

  /** The Modeler draws by these lists, the engine goes by the flows: they must say the same. */
  private static void listed(Model model, Node node, Node process, ModelFaults faults) {
    for (var side : new String[] {"incoming", "outgoing"}) {
      var listed = node.children(side).stream().map(Node::text).collect(Collectors.toSet());
      var end = side.equals("incoming") ? "targetRef" : "sourceRef";
      var flows =
          process.all("sequenceFlow").stream()
              .filter(flow -> flow.get(end).equals(node.id()))
              .map(Node::id)
              .collect(Collectors.toSet());
      if (!node.children("incoming").isEmpty() || !node.children("outgoing").isEmpty()) {
        var differing = new HashSet<>(listed);
        differing.removeAll(flows);
        flows.removeAll(listed);
        differing.addAll(flows);
        differing.forEach(flow -> faults.add(model.file(), node.id(), "not-listed", side, flow));
      }
    }
  }

  private static void decision(Model model, Node gateway, Graph graph, ModelFaults faults) {
    var flows = graph.outgoing(gateway);
    var usual = gateway.get("default");
    if (!usual.isEmpty() && flows.stream().noneMatch(flow -> flow.id().equals(usual))) {
      faults.add(model.file(), gateway.id(), "default-elsewhere", usual);
    }
    for (var flow : flows) {
      boolean conditional = !flow.children("conditionExpression").isEmpty();
      if (conditional && flow.id().equals(usual)) {
        faults.add(model.file(), flow.id(), "default-with-condition");
      } else if (!conditional && !flow.id().equals(usual) && flows.size() > 1) {
        faults.add(model.file(), flow.id(), "flow-without-condition", gateway.id());
      }
    }
  }

  private static void conditionsElsewhere(
      Model model, Node process, Graph graph, ModelFaults faults) {
    process.all("sequenceFlow").stream()
        .filter(flow -> !flow.children("conditionExpression").isEmpty())
        .filter(
            flow ->
                graph.node(flow.get("sourceRef")).filter(n -> DECIDING.contains(n.tag())).isEmpty())
        .forEach(flow -> faults.add(model.file(), flow.id(), "condition-elsewhere"));
  }

  private static void drawn(Model model, ModelFaults faults) {
    var shapes = model.root().all("BPMNShape");
    if (shapes.isEmpty()) {
      return; // never opened in the Modeler
    }
    var shown = shapes.stream().map(shape -> shape.get("bpmnElement")).collect(Collectors.toSet());
    model.root().all("BPMNEdge").forEach(edge -> shown.add(edge.get("bpmnElement")));
    model.root().all("BPMNPlane").forEach(plane -> shown.add(plane.get("bpmnElement")));
    var drawable = new HashSet<String>();
    for (var process : model.root().children("process")) {
      drawable.add(process.id());
      new Graph(process).nodes().forEach(node -> drawable.add(node.id()));
      process.all("sequenceFlow").forEach(flow -> drawable.add(flow.id()));
      process.all("textAnnotation").forEach(note -> drawable.add(note.id()));
      process.all("association").forEach(line -> drawable.add(line.id()));
    }
    drawable.stream()
        .filter(id -> !shown.contains(id))
        .sorted()
        .forEach(id -> faults.add(model.file(), id, "not-drawn"));
    shown.stream()
        .filter(id -> !drawable.contains(id))
        .sorted()
        .forEach(id -> faults.add(model.file(), id, "drawn-only"));
  }
}
