package vn.dvc.pay.engine.wiring.forms;

import java.util.Set;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.ProcessSteps.SecondPerson;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;

/**
 * A step that takes a second person's word is reached only from a task that says whom its person
 * differs from. The engine would silently let one person do both.
 */
final class TwoPersons {
  private static final String DIFFERS_FROM = "differsFrom";
  private static final String ROW = "row";

  private final NextSteps steps;

  TwoPersons(NextSteps steps) {
    this.steps = steps;
  }

  void check(Model model, Node task, ModelFaults faults) {
    var differs =
        task.all("property").stream().filter(p -> p.get("name").equals(DIFFERS_FROM)).toList();
    for (var property : task.all("property")) {
      if (property.get("name").equals(ROW)) {
        row(model, task, property.get("value"), faults);
      } else if (!property.get("name").equals(DIFFERS_FROM)) {
        faults.add(model.file(), task.id(), "property-unknown", property.get("name"));
      } else if (!others(model, task).contains(property.get("value"))) {
        faults.add(model.file(), task.id(), "differs-from", property.get("value"));
      }
    }
    for (var step : steps.of(model, task)) {
      if (step.method().isAnnotationPresent(SecondPerson.class) && differs.isEmpty()) {
        faults.add(model.file(), task.id(), "one-person", step.node().id());
      }
    }
  }

  /** What a task's row says must be given to the task. */
  private static void row(Model model, Node task, String names, ModelFaults faults) {
    var given =
        task.all("inputParameter").stream().map(it -> it.get("name")).collect(Collectors.toSet());
    for (var name : names.split("\\s*,\\s*")) {
      if (!given.contains(name)) {
        faults.add(model.file(), task.id(), "shows-nothing", name, task.id(), model.file());
      }
    }
  }

  private static Set<String> others(Model model, Node task) {
    return model.root().all("userTask").stream()
        .map(Node::id)
        .filter(id -> !id.equals(task.id()))
        .collect(Collectors.toSet());
  }
}
