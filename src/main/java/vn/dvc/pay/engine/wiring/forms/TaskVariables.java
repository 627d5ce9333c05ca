package vn.dvc.pay.engine.wiring.forms;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;

/**
 * What a task gives its form to show, what it keeps of the entries, and what the next step takes.
 */
final class TaskVariables {
  private static final Pattern WHOLE = Pattern.compile("\\$\\{(\\w+)}");

  private final NextSteps steps;

  TaskVariables(NextSteps steps) {
    this.steps = steps;
  }

  void check(Model model, Node task, Form form, ModelFaults faults) {
    var declared = named(task, "inputParameter", text -> true);
    var given = named(task, "inputParameter", text -> text.contains("${"));
    var written = named(task, "inputParameter", text -> !text.isEmpty() && !text.contains("${"));
    var kept = named(task, "outputParameter", text -> true);
    Set<String> keys = new TreeSet<>();
    for (var field : form.fields()) {
      for (var name : FieldTexts.variables(field)) {
        if (!given.contains(name)) {
          faults.add(form.file(), field.id(), "shows-nothing", name, task.id(), model.file());
        }
      }
      if (field.key().isEmpty()) {
        continue;
      }
      keys.add(field.key());
      if (!(field.isShownOnly() ? given : declared).contains(field.key())) {
        faults.add(form.file(), field.id(), "shows-nothing", field.key(), task.id(), model.file());
      } else if (written.contains(field.key())) {
        faults.add(model.file(), task.id(), "filled-in", field.key());
      } else if (!field.isShownOnly() && !kept.contains(field.key())) {
        faults.add(form.file(), field.id(), "entry-lost", field.key(), task.id(), model.file());
      }
    }
    outputs(model, task, form, keys, faults);
    taken(model, task, kept, faults);
  }

  private static void outputs(
      Model model, Node task, Form form, Set<String> keys, ModelFaults faults) {
    for (var output : task.all("outputParameter")) {
      var whole = WHOLE.matcher(output.text());
      if (!whole.matches()) {
        faults.add(model.file(), task.id(), "kept-as-written", output.get("name"), output.text());
      } else if (!keys.contains(whole.group(1))) {
        faults.add(model.file(), task.id(), "not-entered", whole.group(1), form.file());
      } else if (!whole.group(1).equals(output.get("name"))) {
        faults.add(model.file(), task.id(), "kept-as-other", whole.group(1), output.get("name"));
      }
    }
  }

  /** A step must be told what this task showed, not what an earlier one left behind. */
  private void taken(Model model, Node task, Set<String> kept, ModelFaults faults) {
    var ownValues =
        task.all("inputParameter").stream()
            .filter(input -> !input.text().equals("${" + input.get("name") + "}"))
            .map(input -> input.get("name"))
            .collect(Collectors.toSet());
    for (var step : steps.of(model, task)) {
      for (var argument : step.arguments()) {
        if (ownValues.contains(argument) && !kept.contains(argument)) {
          faults.add(model.file(), task.id(), "taken-from-before", argument, step.node().id());
        }
      }
    }
  }

  private static Set<String> named(Node task, String tag, Predicate<String> text) {
    return task.all(tag).stream()
        .filter(parameter -> text.test(parameter.text()))
        .map(parameter -> parameter.get("name"))
        .collect(Collectors.toSet());
  }
}
