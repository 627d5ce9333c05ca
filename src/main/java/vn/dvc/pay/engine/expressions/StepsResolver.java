package vn.dvc.pay.engine.expressions;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import vn.dvc.pay.engine.DatabaseFailures;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.SafeCause;
import vn.dvc.pay.engine.StepFailed;
import vn.dvc.pay.engine.steps.ConflictRetry;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * Resolves {@code cardPayment} and calls {@code prepareAttempt} on it. Removes the text of foreign
 * exceptions, which the engine would keep in its tables and its log.
 */
class StepsResolver extends NamesOfSteps {
  private final StepBeans steps;
  private final BeanELResolver calls = new BeanELResolver();

  StepsResolver(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public @Nullable Object getValue(ELContext context, Object base, Object property) {
    if (base == null && property instanceof String name && steps.knows(name)) {
      context.setPropertyResolved(true);
      return steps.bean(name);
    }
    return null;
  }

  @Override
  public @Nullable Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    if (base == null || !isSteps(base)) {
      return null;
    }
    try {
      return calls.invoke(context, base, method, types, arguments);
    } catch (RuntimeException e) {
      throw safe(e);
    }
  }

  /** Our own exceptions and conflicts are kept, so that callers recognise them. */
  private static RuntimeException safe(RuntimeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof OptimisticLockingException conflict) {
        return conflict;
      }
      if (SafeCause.isOurs(t) && t.getCause() == null && t instanceof RuntimeException ours) {
        return ours;
      }
    }
    return DatabaseFailures.isConflict(e) ? ConflictRetry.because(e) : StepFailed.because(e);
  }

  private static boolean isSteps(Object base) {
    return ClassUtils.getUserClass(base).isAnnotationPresent(ProcessSteps.class);
  }
}
