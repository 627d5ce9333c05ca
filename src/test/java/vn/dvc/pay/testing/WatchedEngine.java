package vn.dvc.pay.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.stereotype.Component;

/** Lets every application under test report which elements its tokens take. */
@Component
class WatchedEngine extends AbstractProcessEnginePlugin {
  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
  }

  /** Until a {@link ModelCoverage} listens, nobody does; the library demands a listener. */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    new ProcessEngineAdapter(engine, nobody -> {}).initializeListeners();
  }
}
