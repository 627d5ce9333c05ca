package vn.dvc.pay.engine.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No external call is repeated in a loop without a pause: on every path from a call back to itself,
 * either a person acts or a timer waits for a date from our own retry schedule. A fixed duration
 * does not suffice, because it neither grows nor counts the tries.
 */
@Tag("fast")
class RepeatsPauseTest {
  private static final Map<String, Node> PROCESSES = read();

  @ParameterizedTest
  @MethodSource("processes")
  void everyLoopBackToACallPauses(String process) {
    var graph = new Graph(PROCESSES.get(process));
    var unpaused = new TreeSet<String>();
    for (var node : graph.nodes.values()) {
      if (callsOutside(node)
          && !graph.isWait(node)
          && graph.reaches(node.id(), node.id()::equals)) {
        unpaused.add(node.id());
      }
    }
    assertThat(unpaused).isEmpty();
  }

  @Test
  void aLoopWithAFixedPauseIsDetected() {
    var flows =
        """
        <process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="p">
          <serviceTask id="call" camunda:type="external"/>
          <intermediateCatchEvent id="later"><timerEventDefinition>%s</timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="f1" sourceRef="call" targetRef="later"/>
          <sequenceFlow id="f2" sourceRef="later" targetRef="call"/>
        </process>""";
    assertThat(circle(flows.formatted("<timeDuration>PT30S</timeDuration>"))).isTrue();
    assertThat(circle(flows.formatted("<timeDate>${p.nextAt(id)}</timeDate>"))).isFalse();
  }

  @Test
  void aLoopThroughASubprocessIsDetected() {
    var flows =
        """
        <process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="p">
          <subProcess id="round">
            <startEvent id="begun"/><serviceTask id="call" camunda:type="external"/>
            <intermediateCatchEvent id="later">%s</intermediateCatchEvent><endEvent id="over"/>
            <sequenceFlow id="f1" sourceRef="begun" targetRef="later"/>
            <sequenceFlow id="f2" sourceRef="later" targetRef="call"/>
            <sequenceFlow id="f3" sourceRef="call" targetRef="over"/>
          </subProcess>
          <exclusiveGateway id="again"/>
          <sequenceFlow id="f4" sourceRef="round" targetRef="again"/>
          <sequenceFlow id="f5" sourceRef="again" targetRef="round"/>
        </process>""";
    assertThat(circle(flows.formatted(""))).isTrue();
    assertThat(circle(flows.formatted("<messageEventDefinition/>"))).isFalse();
  }

  private static boolean circle(String process) {
    try {
      return new Graph(Model.read("p", process.getBytes()).root()).reaches("call", "call"::equals);
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static Set<String> processes() {
    return PROCESSES.keySet();
  }

  private static Map<String, Node> read() {
    var found = new TreeMap<String, Node>();
    try (var files = Files.list(Path.of("processes"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
        var root = Model.read(file.toString(), Files.readAllBytes(file)).root();
        root.all("process").forEach(process -> found.put(process.id(), process));
      }
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
    return found;
  }

  private static boolean callsOutside(Node node) {
    if ("external".equals(node.camunda("type"))) {
      return true;
    }
    var called =
        "callActivity".equals(node.tag()) ? PROCESSES.get(node.get("calledElement")) : null;
    return called != null && called.all(Tags.TASKS).stream().anyMatch(n -> callsOutside(n));
  }

  /**
   * A process as its flows, its links, its subprocesses and the events at the edges of its tasks
   * connect it.
   */
  private static final class Graph {
    private final Node process;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<String>> next = new HashMap<>();

    Graph(Node process) {
      this.process = process;
      var subprocesses = process.all("subProcess");
      for (var flow : process.all("sequenceFlow")) {
        var left = subprocesses.stream().filter(sub -> sub.id().equals(flow.get("sourceRef")));
        left.flatMap(sub -> sub.children("endEvent").stream())
            .forEach(end -> connect(end.id(), flow.get("targetRef")));
        connect(flow.get("sourceRef"), flow.get("targetRef"));
      }
      for (var sub : subprocesses) {
        next.remove(sub.id());
        sub.children("startEvent").forEach(start -> connect(sub.id(), start.id()));
      }
      for (var node : process.all("*")) {
        if (!node.id().isEmpty()) {
          nodes.put(node.id(), node);
        }
        if (node.tag().equals("boundaryEvent")) {
          connect(node.get("attachedToRef"), node.id());
        }
      }
      for (var leaves : links("intermediateThrowEvent")) {
        for (var arrives : links("intermediateCatchEvent")) {
          if (leaves.get("name").equals(arrives.get("name"))) {
            connect(leaves.parent().orElseThrow().id(), arrives.parent().orElseThrow().id());
          }
        }
      }
    }

    private List<Node> links(String tag) {
      return process.all(tag).stream()
          .flatMap(event -> event.children("linkEventDefinition").stream())
          .toList();
    }

    private void connect(String from, String to) {
      next.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
    }

    /** Whether such a node can be reached from this one without a wait in between. */
    boolean reaches(String from, Predicate<String> wanted) {
      var seen = new HashSet<String>();
      var open = new ArrayDeque<>(next.getOrDefault(from, List.of()));
      while (!open.isEmpty()) {
        var id = open.poll();
        if (wanted.test(id)) {
          return true;
        }
        if (seen.add(id) && !isWait(nodes.get(id))) {
          open.addAll(next.getOrDefault(id, List.of()));
        }
      }
      return false;
    }

    boolean isWait(Node node) {
      return switch (node.tag()) {
        case "userTask", "receiveTask" -> true;
        case "intermediateCatchEvent", "boundaryEvent" ->
            !node.children("messageEventDefinition").isEmpty()
                || node.children("timerEventDefinition").stream().anyMatch(Graph::isPlanned);
        case "callActivity" -> {
          var called = PROCESSES.get(node.get("calledElement"));
          yield called != null && new Graph(called).alwaysWaits();
        }
        default -> false;
      };
    }

    private static boolean isPlanned(Node timer) {
      return timer.children("timeDate").stream().anyMatch(date -> date.text().startsWith("${"));
    }

    /** No path leads from the start to an end without a wait. */
    private boolean alwaysWaits() {
      var ends = process.children("endEvent").stream().map(Node::id).toList();
      return process.children("startEvent").stream()
          .noneMatch(start -> reaches(start.id(), ends::contains));
    }
  }
}
