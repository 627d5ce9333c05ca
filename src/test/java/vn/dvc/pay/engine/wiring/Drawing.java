package vn.dvc.pay.engine.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model as its file draws it: boxes of shapes and labels, and the lines of flows. */
record Drawing(
    Node root, Map<String, Box> shapes, Map<String, Box> labels, Map<String, DrawnLine> flows) {

  static Drawing read(Path file) throws Exception {
    return of(Model.read(file.toString(), Files.readAllBytes(file)).root());
  }

  static Drawing of(Node root) {
    var drawing = new Drawing(root, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (var shape : root.all("BPMNShape")) {
      drawing.shapes.put(shape.get("bpmnElement"), box(shape));
      drawing.label(shape);
    }
    for (var edge : root.all("BPMNEdge")) {
      var points =
          edge.children("waypoint").stream().map(p -> new Point(number(p, "x"), number(p, "y")));
      drawing.flows.put(edge.get("bpmnElement"), new DrawnLine(points.toList()));
      drawing.label(edge);
    }
    return drawing;
  }

  private void label(Node drawn) {
    drawn.children("BPMNLabel").stream()
        .filter(label -> !label.children("Bounds").isEmpty())
        .forEach(label -> labels.put(drawn.get("bpmnElement"), box(label)));
  }

  /** All elements of the process, by id. */
  Map<String, Node> elements() {
    return root.all("process").stream()
        .flatMap(process -> process.all("*").stream())
        .filter(node -> !node.id().isEmpty())
        .collect(Collectors.toMap(Node::id, node -> node));
  }

  List<Node> sequenceFlows() {
    return root.all("sequenceFlow");
  }

  private static Box box(Node drawn) {
    var bounds = drawn.children("Bounds").get(0);
    return new Box(
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static double number(Node node, String attribute) {
    return Double.parseDouble(node.get(attribute));
  }

  record Point(double x, double y) {
    double distance(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }

    boolean isNear(Point other) {
      return distance(other) < 0.01;
    }
  }

  record Box(double x, double y, double width, double height) {
    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean contains(Box other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }
}
