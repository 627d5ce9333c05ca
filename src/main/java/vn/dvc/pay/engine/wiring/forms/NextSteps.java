package vn.dvc.pay.engine.wiring.forms;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Tags;

/** The steps that take what people entered in a task: those right behind it. */
final class NextSteps {
  private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(([^)]*)\\)}");

  private final StepBeans steps;

  NextSteps(StepBeans steps) {
    this.steps = steps;
  }

  /**
   * @param arguments as the model writes them
   */
  record Step(Node node, Method method, List<String> arguments) {}

  List<Step> of(Model model, Node task) {
    return model.root().all("sequenceFlow").stream()
        .filter(flow -> flow.get("sourceRef").equals(task.id()))
        .flatMap(
            flow ->
                model.root().all(Tags.SERVICE_TASKS).stream()
                    .filter(step -> step.id().equals(flow.get("targetRef"))))
        .flatMap(step -> called(step).stream())
        .toList();
  }

  private List<Step> called(Node step) {
    var call = CALL.matcher(step.camunda("expression"));
    if (!call.matches()) {
      return List.of();
    }
    var arguments = Arrays.stream(call.group(3).split(",")).map(String::strip).toList();
    return steps.methods(call.group(1)).stream()
        .filter(method -> method.getName().equals(call.group(2)))
        .map(method -> new Step(step, method, arguments))
        .toList();
  }
}
