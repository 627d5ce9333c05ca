package vn.dvc.pay.engine.wiring.forms;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.people.StaffGroups;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rules;

/** A task's form shows what the task gives it, and what people enter reaches the next step. */
@Component
public class FormRules implements Rules {
  private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
  private static final Pattern WHOLE = Pattern.compile("\\$\\{(\\w+)}");

  private final FormWords words;

  FormRules(StepBeans steps) {
    this.words = new FormWords(steps);
  }

  @Override
  public void check(Models all, ModelFaults faults) {
    all.processes().forEach(model -> tasks(model, all, faults));
    all.forms().values().forEach(form -> new FormFile(form, faults).check());
    var shown =
        all.processes().stream()
            .flatMap(model -> model.root().all("userTask").stream())
            .map(task -> task.camunda("formRef"))
            .collect(Collectors.toSet());
    all.forms().values().stream()
        .filter(form -> !shown.contains(form.id()))
        .forEach(form -> faults.add(form.file(), form.id(), "form-unused", form.id()));
  }

  private void tasks(Model model, Models all, ModelFaults faults) {
    for (var task : model.root().all("userTask")) {
      group(model, task, faults);
      var form = all.forms().get(task.camunda("formRef"));
      if (form != null) {
        fields(model, task, form, faults);
        words.check(model, task, form, faults);
      }
    }
  }

  private static void group(Model model, Node task, ModelFaults faults) {
    var groups = task.camunda("candidateGroups");
    if (groups.isEmpty()) {
      faults.add(model.file(), task.id(), "nobody-may");
    } else if (!groups.contains("${")) {
      for (var group : groups.split(",")) {
        if (!StaffGroups.names().contains(group.strip())) {
          faults.add(model.file(), task.id(), "group-unknown", group, StaffGroups.names());
        }
      }
    }
  }

  private static void fields(Model model, Node task, Form form, ModelFaults faults) {
    var given = named(task, "inputParameter");
    var kept = named(task, "outputParameter");
    Set<String> keys = new TreeSet<>();
    for (var field : form.fields()) {
      for (var name : shownIn(field)) {
        if (!given.contains(name)) {
          faults.add(form.file(), field.id(), "shows-nothing", name, task.id(), model.file());
        }
      }
      if (field.key().isEmpty()) {
        continue;
      }
      keys.add(field.key());
      if (!given.contains(field.key())) {
        faults.add(form.file(), field.id(), "shows-nothing", field.key(), task.id(), model.file());
      } else if (!field.isShownOnly() && !kept.contains(field.key())) {
        faults.add(form.file(), field.id(), "entry-lost", field.key(), task.id(), model.file());
      }
    }
    for (var output : task.all("outputParameter")) {
      var whole = WHOLE.matcher(output.text());
      if (whole.matches() && !keys.contains(whole.group(1))) {
        faults.add(model.file(), task.id(), "not-entered", whole.group(1), form.file());
      } else if (whole.matches() && !whole.group(1).equals(output.get("name"))) {
        faults.add(model.file(), task.id(), "kept-as-other", whole.group(1), output.get("name"));
      }
    }
  }

  private static Set<String> shownIn(Form.Field field) {
    Set<String> names = new TreeSet<>();
    for (var part : List.of("text", "label", "description")) {
      SHOWN
          .matcher(field.json().path(part).asText())
          .results()
          .forEach(found -> names.add(found.group(1)));
    }
    var computed = field.json().path("valuesExpression").asText();
    var split = Pattern.compile("split\\((\\w+)").matcher(computed);
    if (split.find()) {
      names.add(split.group(1));
    }
    return names;
  }

  private static Set<String> named(Node task, String tag) {
    return task.all(tag).stream().map(p -> p.get("name")).collect(Collectors.toSet());
  }
}
