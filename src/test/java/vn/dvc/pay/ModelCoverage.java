package vn.dvc.pay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.assertj.core.api.Condition;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.junit5.common.ProcessEngineCoverageExtensionHelper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.stereotype.Component;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Asserts that the tests of a class went through every flow node and sequence flow of the models
 * they touched; names what they missed. The report stands in target/process-test-coverage.
 *
 * <p>The coverage library's own extension makes an engine of its own; this one watches the
 * application's. Register it as a static field, below the annotation that starts the application.
 */
public class ModelCoverage
    implements BeforeAllCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        AfterAllCallback {
  private final DefaultCollector collector =
      new DefaultCollector(new ExecutionContextModelProvider());
  private final ProcessEngineCoverageExtensionHelper helper;
  private volatile boolean testing;

  /**
   * @param othersModels ids of called processes that have tests of their own
   */
  public ModelCoverage(String... othersModels) {
    var all = new ArrayList<Condition<Double>>();
    all.add(new Condition<>(share -> share >= 1.0, "covers the whole model"));
    helper =
        new ProcessEngineCoverageExtensionHelper(
            collector, true, false, List.of(othersModels), all, new HashMap<>(), null);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    helper.beforeAll(context);
    var engine = SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
    new ProcessEngineAdapter(engine, this::noteWhileTesting).initializeListeners();
  }

  /** What the engine does between tests, or for tests of others, belongs to no run. */
  private void noteWhileTesting(Event event) {
    if (testing) {
      collector.addEvent(event);
    }
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    helper.beforeTestExecution(context);
    testing = true;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    testing = false;
    helper.afterTestExecution(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    helper.afterAll(context);
  }

  /** Lets the application's engine tell which way its tokens took. */
  @Component
  static class WatchedEngine extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
      new ProcessEngineAdapter(engine, nobody -> {}).initializeListeners();
    }
  }
}
