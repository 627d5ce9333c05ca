package vn.dvc.pay.engine.wiring.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Tags;

/**
 * A process as its flows, its links, its subprocesses and the events at the edges of its tasks
 * connect it. A subprocess is two nodes, where it is entered and where it is left.
 */
final class Graph {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  Graph(Node process) {
    process.all(Tags.NODES).forEach(node -> nodes.put(node.id(), node));
    for (var flow : process.all("sequenceFlow")) {
      var source = flow.get("sourceRef");
      edges.add(
          new Edge(isSubprocess(source) ? left(source) : source, flow.get("targetRef"), flow));
    }
    process.all("subProcess").forEach(this::subprocess);
    process.all("boundaryEvent").forEach(this::boundary);
    process.all("intermediateThrowEvent").forEach(throwing -> link(throwing, process));
  }

  /** From one node to another; by a drawn flow or by none. */
  record Edge(String from, String to, @Nullable Node flow) {}

  private void subprocess(Node sub) {
    for (var inner : sub.children("startEvent")) {
      if (!isEventSubprocess(sub)) {
        edges.add(new Edge(sub.id(), inner.id(), null));
      }
    }
    for (var inner : sub.children("endEvent")) {
      edges.add(new Edge(inner.id(), left(sub.id()), null));
    }
  }

  private void boundary(Node event) {
    var at = event.get("attachedToRef");
    edges.add(new Edge(at, event.id(), null));
    if (isSubprocess(at)) {
      nodes.get(at).all(Tags.NODES).forEach(n -> edges.add(new Edge(n.id(), event.id(), null)));
    }
  }

  private void link(Node throwing, Node process) {
    for (var name : throwing.children("linkEventDefinition")) {
      process.all("intermediateCatchEvent").stream()
          .filter(c -> c.children("linkEventDefinition").stream().anyMatch(l -> same(l, name)))
          .forEach(c -> edges.add(new Edge(throwing.id(), c.id(), null)));
    }
  }

  private static boolean same(Node one, Node other) {
    return one.get("name").equals(other.get("name"));
  }

  Iterable<Node> nodes() {
    return nodes.values();
  }

  Optional<Node> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  List<Edge> edges() {
    return edges;
  }

  /** The drawn flows that leave this node, in the order in which the engine tries them. */
  List<Node> outgoing(Node node) {
    return edges.stream()
        .map(Edge::flow)
        .filter(flow -> flow != null && flow.get("sourceRef").equals(node.id()))
        .toList();
  }

  /** Where the process, or a part of it that an event starts, begins. */
  List<Node> starts() {
    return nodes.values().stream()
        .filter(node -> node.tag().equals("startEvent"))
        .filter(node -> node.parent().map(p -> !isPlainSubprocess(p)).orElse(true))
        .toList();
  }

  Set<String> reached() {
    var reached = new HashSet<String>();
    var next = new ArrayDeque<String>();
    starts().forEach(start -> next.add(start.id()));
    while (!next.isEmpty()) {
      var at = next.poll();
      if (reached.add(at)) {
        edges.stream().filter(edge -> edge.from().equals(at)).forEach(e -> next.add(e.to()));
      }
    }
    return reached;
  }

  private boolean isSubprocess(String id) {
    return node(id).map(n -> n.tag().equals("subProcess")).orElse(false);
  }

  static boolean isEventSubprocess(Node node) {
    return node.tag().equals("subProcess") && "true".equals(node.get("triggeredByEvent"));
  }

  private static boolean isPlainSubprocess(Node node) {
    return node.tag().equals("subProcess") && !isEventSubprocess(node);
  }

  private static String left(String subprocess) {
    return subprocess + "/left";
  }
}
