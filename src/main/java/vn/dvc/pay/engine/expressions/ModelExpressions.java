package vn.dvc.pay.engine.expressions;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * What expressions may see: process variables and step beans, nothing else of the application. Of
 * other objects nothing can be called: {@code ''.getClass()} would lead to any class of Java.
 * Expressions outside a process, in queries, are refused (CVE-2026-109432: the engine evaluates
 * expressions in or-queries of anybody who may query tasks).
 */
public class ModelExpressions extends SpringExpressionManager {
  private final StepBeans steps;

  public ModelExpressions(ApplicationContext context, StepBeans steps) {
    super(context);
    this.steps = steps;
  }

  @Override
  public ELContext getElContext(VariableScope scope) {
    if (scope == null) {
      throw new ProcessEngineException("Expressions in queries are not allowed");
    }
    return super.getElContext(scope);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new StepsResolver(steps)); // first, so that no variable can pass for a bean
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new ArrayELResolver());
    resolver.add(new ListELResolver());
    resolver.add(new MapELResolver());
    return resolver;
  }
}
