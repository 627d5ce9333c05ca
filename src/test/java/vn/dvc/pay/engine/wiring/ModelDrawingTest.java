package vn.dvc.pay.engine.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.engine.wiring.Drawing.Box;

/** The models are readable as pictures: no flows cross, and no label covers anything else. */
@Tag("fast")
class ModelDrawingTest {
  static List<Path> models() throws IOException {
    try (var files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void noFlowsCross(Path model) throws Exception {
    assertThat(crossings(Drawing.read(model))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void noFlowRunsThroughAShape(Path model) throws Exception {
    var drawing = Drawing.read(model);
    var faults = new TreeSet<String>();
    for (var flow : drawing.sequenceFlows()) {
      drawing.shapes().entrySet().stream()
          .filter(shape -> !isContainer(drawing, shape.getKey()))
          .filter(shape -> !shape.getKey().equals(flow.get("sourceRef")))
          .filter(shape -> !shape.getKey().equals(flow.get("targetRef")))
          .filter(shape -> drawing.flows().get(flow.id()).runsThrough(shape.getValue()))
          .forEach(shape -> faults.add(flow.id() + " through " + shape.getKey()));
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void noLabelOverlapsAShapeAFlowOrAnotherLabel(Path model) throws Exception {
    assertThat(hidden(Drawing.read(model))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everythingIsDrawnAndEveryLabelFits(Path model) throws Exception {
    var drawing = Drawing.read(model);
    var faults = new TreeSet<String>();
    for (var node : drawing.elements().values()) {
      var id = node.id();
      var isFlow = node.tag().equals("sequenceFlow");
      if (node.is(Tags.NODES) && !drawing.shapes().containsKey(id)
          || isFlow && !drawing.flows().containsKey(id)) {
        faults.add(id + " is not drawn");
      }
      if ((isFlow || node.is(Tags.EVENTS) || node.is(Tags.GATEWAYS))
          && !hasRoom(node.get("name"), drawing.labels().get(id))) {
        faults.add("the name of " + id + " has no room");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aCrossingIsDetectedAndAForkIsNotMistakenForOne() {
    var across = "<waypoint x='0' y='5'/><waypoint x='20' y='5'/>";
    var down = "<waypoint x='10' y='0'/><waypoint x='10' y='20'/>";
    var fork = "<waypoint x='0' y='5'/><waypoint x='10' y='5'/><waypoint x='10' y='20'/>";
    assertThat(crossings(twoFlows("a", "b", across, down))).isNotEmpty();
    assertThat(crossings(twoFlows("a", "a", across, fork))).isEmpty();
    assertThat(crossings(twoFlows("a", "b", across, fork))).isNotEmpty();
  }

  private static Drawing twoFlows(String source1, String source2, String line1, String line2) {
    var xml =
        """
        <d><process><sequenceFlow id="f1" sourceRef="%s" targetRef="x"/>
        <sequenceFlow id="f2" sourceRef="%s" targetRef="y"/></process>
        <BPMNEdge bpmnElement="f1">%s</BPMNEdge><BPMNEdge bpmnElement="f2">%s</BPMNEdge></d>"""
            .formatted(source1, source2, line1, line2);
    try {
      return Drawing.of(Model.read("two", xml.getBytes()).root());
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Set<String> crossings(Drawing drawing) {
    var found = new TreeSet<String>();
    var flows = drawing.sequenceFlows();
    for (int i = 0; i < flows.size(); i++) {
      for (int j = i + 1; j < flows.size(); j++) {
        var a = flows.get(i);
        var b = flows.get(j);
        var sameSource = a.get("sourceRef").equals(b.get("sourceRef"));
        var sameTarget = a.get("targetRef").equals(b.get("targetRef"));
        var drawn = drawing.flows();
        if (drawn.get(a.id()).crosses(drawn.get(b.id()), sameSource, sameTarget)) {
          found.add(a.id() + " x " + b.id());
        }
      }
    }
    return found;
  }

  private static Set<String> hidden(Drawing drawing) {
    var faults = new TreeSet<String>();
    drawing
        .labels()
        .forEach(
            (id, label) -> {
              drawing.shapes().entrySet().stream()
                  .filter(shape -> label.overlaps(shape.getValue()))
                  .filter(
                      shape ->
                          !isContainer(drawing, shape.getKey())
                              || !shape.getValue().contains(label))
                  .forEach(shape -> faults.add(id + " on " + shape.getKey()));
              drawing.flows().entrySet().stream()
                  .filter(flow -> flow.getValue().runsThrough(label))
                  .forEach(flow -> faults.add(id + " on " + flow.getKey()));
              drawing.labels().entrySet().stream()
                  .filter(other -> !other.getKey().equals(id))
                  .filter(other -> other.getValue().overlaps(label))
                  .forEach(other -> faults.add(id + " on the name of " + other.getKey()));
            });
    return faults;
  }

  /** An expanded subprocess contains shapes, flows and labels. */
  private static boolean isContainer(Drawing drawing, String id) {
    return drawing.elements().get(id).tag().equals("subProcess");
  }

  /** Labels are set at 11 px: a line takes some 12 px, a letter 4 or more. */
  private static boolean hasRoom(String name, Box label) {
    if (name.isEmpty()) {
      return true;
    }
    return label != null && Math.floor(label.height() / 12) * label.width() >= name.length() * 4;
  }
}
