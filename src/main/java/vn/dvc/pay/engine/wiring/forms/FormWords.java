package vn.dvc.pay.engine.wiring.forms;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.ProcessSteps.OneOf;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Form;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Tags;

/** A form offers only words that the step after the task accepts, and lets none be forgotten. */
final class FormWords {
  private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(([^)]*)\\)}");

  private final StepBeans steps;

  FormWords(StepBeans steps) {
    this.steps = steps;
  }

  void check(Model model, Node task, Form form, ModelFaults faults) {
    for (var step : next(model, task)) {
      for (var parameter : parametersOf(step)) {
        var field =
            form.fields().stream().filter(f -> f.key().equals(parameter.getName())).findFirst();
        var accepted = Optional.ofNullable(parameter.getAnnotation(OneOf.class));
        if (field.isPresent() && accepted.isPresent()) {
          offered(form, field.get(), List.of(accepted.get().value()), step, faults);
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

  private static List<Node> next(Model model, Node task) {
    return model.root().all("sequenceFlow").stream()
        .filter(flow -> flow.get("sourceRef").equals(task.id()))
        .flatMap(
            flow ->
                model.root().all(Tags.SERVICE_TASKS).stream()
                    .filter(step -> step.id().equals(flow.get("targetRef"))))
        .toList();
  }

  private List<Parameter> parametersOf(Node step) {
    var call = CALL.matcher(step.camunda("expression"));
    if (!call.matches()) {
      return List.of();
    }
    return steps.methods(call.group(1)).stream()
        .filter(method -> method.getName().equals(call.group(2)))
        .flatMap(method -> Arrays.stream(method.getParameters()))
        .toList();
  }
}
