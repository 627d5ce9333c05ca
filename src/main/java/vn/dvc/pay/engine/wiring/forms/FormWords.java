package vn.dvc.pay.engine.wiring.forms;

import java.util.List;
import java.util.Optional;
import vn.dvc.pay.engine.ProcessSteps.OneOf;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;

/** A form offers only words that the step after the task accepts, and lets none be forgotten. */
final class FormWords {
  private final NextSteps steps;

  FormWords(NextSteps steps) {
    this.steps = steps;
  }

  void check(Model model, Node task, Form form, ModelFaults faults) {
    for (var step : steps.of(model, task)) {
      for (var parameter : step.method().getParameters()) {
        var field =
            form.fields().stream().filter(f -> f.key().equals(parameter.getName())).findFirst();
        var accepted = Optional.ofNullable(parameter.getAnnotation(OneOf.class));
        if (field.isPresent() && accepted.isPresent()) {
          offered(form, field.get(), List.of(accepted.get().value()), step.node(), faults);
        }
      }
    }
  }

  private static void offered(
      Form form, Form.Field field, List<String> accepted, Node step, ModelFaults faults) {
    for (var word : field.words()) {
      if (!accepted.contains(word)) {
        faults.add(form.file(), field.id(), "choice-unknown", word, step.id(), accepted);
      }
    }
    if (field.words().isEmpty() && field.json().path("valuesExpression").asText().isEmpty()) {
      faults.add(form.file(), field.id(), "free-text", step.id(), accepted);
    }
  }
}
