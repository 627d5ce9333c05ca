package vn.dvc.pay.engine.wiring.forms;

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
  private final FormWords words;
  private final TaskVariables variables;
  private final TaskProperties properties;

  FormRules(StepBeans beans) {
    var steps = new NextSteps(beans);
    this.words = new FormWords(steps);
    this.variables = new TaskVariables(steps);
    this.properties = new TaskProperties(steps);
  }

  @Override
  public void check(Models all, ModelFaults faults) {
    all.processes().forEach(model -> tasks(model, all, faults));
    all.forms().values().forEach(form -> form(form, faults));
    var shown =
        all.processes().stream()
            .flatMap(model -> model.root().all("userTask").stream())
            .map(task -> task.camunda("formRef"))
            .collect(Collectors.toSet());
    all.forms().values().stream()
        .filter(form -> !shown.contains(form.id()))
        .forEach(form -> faults.add(form.file(), form.id(), "form-unused", form.id()));
  }

  private static void form(Form form, ModelFaults faults) {
    new FormVocabulary(form, faults).check();
    new FormFile(form, faults).check();
  }

  private void tasks(Model model, Models all, ModelFaults faults) {
    for (var task : model.root().all("userTask")) {
      group(model, task, faults);
      properties.check(model, task, faults);
      var form = all.forms().get(task.camunda("formRef"));
      if (form != null) {
        variables.check(model, task, form, faults);
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
}
