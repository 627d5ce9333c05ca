package vn.dvc.pay.engine.rehearsal;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * Steps that do nothing but answer: with each of their verdicts in turn, or with a moment long past
 * where a model asks for a text or a time. The real steps are only looked at.
 */
final class ScriptedSteps {
  private static final String PAST = "2020-01-01T00:00:00Z";

  private final StepBeans steps;
  private final Choices choices;

  ScriptedSteps(StepBeans steps, Choices choices) {
    this.steps = steps;
    this.choices = choices;
  }

  boolean knows(String bean) {
    return steps.knows(bean);
  }

  /**
   * @throws IllegalStateException if there is no such step
   */
  @Nullable Object answer(String bean, String step) {
    var method =
        steps.methods(bean).stream()
            .filter(each -> each.getName().equals(step))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no step " + bean + "." + step));
    return verdicts(method)
        .<Object>map(words -> choices.next(bean + "." + step, words))
        .orElse(method.getReturnType() == void.class ? null : PAST);
  }

  private static Optional<List<String>> verdicts(Method step) {
    return Optional.ofNullable(step.getAnnotation(Verdicts.class))
        .map(words -> List.of(words.value()))
        .filter(words -> !words.isEmpty());
  }
}
