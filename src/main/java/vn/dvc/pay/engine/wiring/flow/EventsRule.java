package vn.dvc.pay.engine.wiring.flow;

import java.util.List;
import java.util.Set;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Tags;

/** An event waits for exactly one thing, a link has two ends, a boundary event has a task. */
class EventsRule implements Rule {
  private static final List<String> DEFINITIONS =
      List.of("timerEventDefinition", "messageEventDefinition", "linkEventDefinition");
  private static final Set<String> WAITING = Set.of("intermediateCatchEvent", "boundaryEvent");

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var process : model.root().children("process")) {
      for (var event : process.all(Tags.EVENTS)) {
        event(model, event, faults);
      }
      for (var event : process.all("boundaryEvent")) {
        var at = event.get("attachedToRef");
        if (process.all(Tags.TASKS).stream().noneMatch(task -> task.id().equals(at))) {
          faults.add(model.file(), event.id(), "attached-nowhere", at);
        }
      }
      links(model, process, faults);
      for (var gateway : process.all("eventBasedGateway")) {
        new Graph(process)
            .outgoing(gateway).stream()
                .map(flow -> flow.get("targetRef"))
                .filter(target -> isNotCatching(process, target))
                .forEach(
                    target -> faults.add(model.file(), gateway.id(), "awaits-no-event", target));
      }
    }
  }

  private static void event(Model model, Node event, ModelFaults faults) {
    long definitions = DEFINITIONS.stream().mapToLong(d -> event.children(d).size()).sum();
    boolean ofEventSubprocess =
        event.tag().equals("startEvent")
            && event.parent().filter(Graph::isEventSubprocess).isPresent();
    if (WAITING.contains(event.tag()) || ofEventSubprocess) {
      if (definitions != 1) {
        faults.add(model.file(), event.id(), "waits-for", definitions);
      }
    } else if (definitions > 0 && event.children("linkEventDefinition").isEmpty()) {
      faults.add(model.file(), event.id(), "event-not-offered");
    }
  }

  private static void links(Model model, Node process, ModelFaults faults) {
    for (var link : process.all("linkEventDefinition")) {
      var event = link.parent().orElseThrow(() -> new IllegalStateException("A link in no event"));
      var other =
          event.tag().equals("intermediateThrowEvent")
              ? "intermediateCatchEvent"
              : "intermediateThrowEvent";
      long counterparts =
          process.all(other).stream()
              .flatMap(o -> o.children("linkEventDefinition").stream())
              .filter(l -> l.get("name").equals(link.get("name")))
              .count();
      if (counterparts == 0 || counterparts > 1 && other.equals("intermediateCatchEvent")) {
        faults.add(model.file(), event.id(), "link-loose", link.get("name"), counterparts);
      }
    }
  }

  private static boolean isNotCatching(Node process, String target) {
    return process.all(Set.of("intermediateCatchEvent", "receiveTask")).stream()
        .noneMatch(node -> node.id().equals(target));
  }
}
