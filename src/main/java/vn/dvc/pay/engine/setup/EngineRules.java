package vn.dvc.pay.engine.setup;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.expressions.ModelExpressions;
import vn.dvc.pay.engine.jobs.SafeJobFailures;
import vn.dvc.pay.engine.people.LongPasswords;
import vn.dvc.pay.engine.people.OwnAccountRights;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * How our engine differs from the default: each line closes an attack path, keeps a secret, or
 * leaves out what nobody reads.
 */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineRules extends AbstractProcessEnginePlugin {
  private final ApplicationContext context;
  private final StepBeans steps;
  private final List<BpmnParseListener> parseListeners;
  private final List<CommandInterceptor> interceptors;
  private final SessionFactory accounts;

  EngineRules(
      ApplicationContext context,
      StepBeans steps,
      List<BpmnParseListener> parseListeners,
      List<CommandInterceptor> interceptors,
      SessionFactory accounts) {
    this.context = context;
    this.steps = steps;
    this.parseListeners = parseListeners;
    this.interceptors = interceptors;
    this.accounts = accounts;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTaskService(new CheckedTasks());
    engine.setFormService(new CheckedForms());
    engine.setIdentityProviderSessionFactory(accounts);
    engine.setResourceAuthorizationProvider(new OwnAccountRights());
    engine.setPasswordPolicy(new LongPasswords()); // asked in production only
    // Accounts are delayed by name and address; the engine would lock them, whoever tried.
    engine.setLoginMaxAttempts(Integer.MAX_VALUE);
    engine.setLoginDelayBase(0);
    engine.setExpressionManager(new ModelExpressions(context, steps));
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    engine.setCustomHistoryLevels(List.of(new OwnHistory()));
    engine.setFailedJobCommandFactory(new SafeJobFailures());
    // The caller receives every exception anyway; logging it would reveal its text as well.
    engine.setEnableCmdExceptionLogging(false);
    engine.setCustomPreBPMNParseListeners(
        joined(engine.getCustomPreBPMNParseListeners(), parseListeners));
    engine.setCustomPreCommandInterceptorsTxRequired(
        joined(engine.getCustomPreCommandInterceptorsTxRequired(), interceptors));
  }

  private static <T> List<T> joined(List<T> given, List<T> ours) {
    List<T> all = new ArrayList<>(given == null ? List.of() : given);
    all.addAll(ours);
    return all;
  }
}
