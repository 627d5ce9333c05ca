package vn.dvc.pay.engine.wiring.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.ProcessSteps.SecondPerson;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;

/**
 * What our properties say of a task: which variables its row in Tasklist shows, and whom its person
 * differs from. The engine knows neither, and would silently let one person do both tasks.
 */
final class TaskProperties {
  private static final String DIFFERS_FROM = "differsFrom";
  private static final String ROW = "row";

  private final NextSteps steps;

  TaskProperties(NextSteps steps) {
    this.steps = steps;
  }

  void check(Model model, Node task, ModelFaults faults) {
    for (var property : task.all("property")) {
      if (!Set.of(ROW, DIFFERS_FROM).contains(property.get("name"))) {
        faults.add(model.file(), task.id(), "property-unknown", property.get("name"));
      }
    }
    row(model, task, faults);
    secondPerson(model, task, faults);
  }

  /** What a row says must be given to the task; without it all rows are alike. */
  private static void row(Model model, Node task, ModelFaults faults) {
    var given =
        task.all("inputParameter").stream()
            .filter(input -> input.text().contains("${"))
            .map(input -> input.get("name"))
            .collect(Collectors.toSet());
    var rows = named(task, ROW);
    if (rows.isEmpty()) {
      faults.add(model.file(), task.id(), "row-missing");
    }
    rows.stream()
        .flatMap(row -> Arrays.stream(row.split("\\s*,\\s*")))
        .filter(name -> !given.contains(name))
        .forEach(
            name ->
                faults.add(
                    model.file(), task.id(), "shows-nothing", name, task.id(), model.file()));
  }

  private void secondPerson(Model model, Node task, ModelFaults faults) {
    var first = named(task, DIFFERS_FROM);
    first.stream()
        .filter(id -> !others(model, task).contains(id))
        .forEach(id -> faults.add(model.file(), task.id(), "differs-from", id));
    for (var step : steps.of(model, task)) {
      if (step.method().isAnnotationPresent(SecondPerson.class) && first.isEmpty()) {
        faults.add(model.file(), task.id(), "one-person", step.node().id());
      }
    }
  }

  private static List<String> named(Node task, String property) {
    return task.all("property").stream()
        .filter(each -> each.get("name").equals(property))
        .map(each -> each.get("value"))
        .toList();
  }

  private static Set<String> others(Model model, Node task) {
    return model.root().all("userTask").stream()
        .map(Node::id)
        .filter(id -> !id.equals(task.id()))
        .collect(Collectors.toSet());
  }
}
