package vn.dvc.pay.engine.rehearsal;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.expressions.NamesOfSteps;

/** What expressions see in a rehearsal: variables, and names of steps that lead to no bean. */
final class ScriptedExpressions extends JuelExpressionManager {
  private final ScriptedSteps steps;

  ScriptedExpressions(ScriptedSteps steps) {
    this.steps = steps;
  }

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    resolver.add(new StepNames());
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    return resolver;
  }

  /** A step bean as an expression names it. */
  private record Named(String bean) {}

  private final class StepNames extends NamesOfSteps {
    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
      if (base == null && property instanceof String name && steps.knows(name)) {
        context.setPropertyResolved(true);
        return new Named(name);
      }
      return null;
    }

    @Override
    public @Nullable Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      if (base instanceof Named step) {
        context.setPropertyResolved(true);
        return steps.answer(step.bean(), String.valueOf(method));
      }
      return null;
    }
  }
}
