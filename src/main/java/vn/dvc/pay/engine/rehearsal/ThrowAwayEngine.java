package vn.dvc.pay.engine.rehearsal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;

/**
 * An engine in memory, with models but without our database, beans, workers or job executor. It is
 * not listed among the engines, so that no web application finds it.
 */
final class ThrowAwayEngine implements AutoCloseable {
  private final ProcessEngine engine;

  ThrowAwayEngine(ScriptedSteps steps, PassedElements passed, List<BpmnParseListener> listeners) {
    var name = "rehearsal-" + UUID.randomUUID();
    var settings = new StandaloneInMemProcessEngineConfiguration();
    settings.setProcessEngineName(name);
    settings.setJdbcUrl("jdbc:h2:mem:" + name);
    settings.setExpressionManager(new ScriptedExpressions(steps));
    settings.setCustomPreBPMNParseListeners(listeners);
    settings.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
    settings.setEnableDefaultDbHistoryEventHandler(false);
    settings.setCustomHistoryEventHandlers(List.of(passed));
    settings.setJobExecutorActivate(false);
    settings.setMetricsEnabled(false);
    settings.setTaskMetricsEnabled(false);
    settings.setEnableCmdExceptionLogging(false);
    settings.setEnableExceptionsAfterUnhandledBpmnError(true);
    engine = settings.buildProcessEngine();
    ProcessEngines.unregister(engine);
  }

  void deploy(Map<String, byte[]> files) {
    var deployment = engine.getRepositoryService().createDeployment();
    files.forEach(
        (file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
    deployment.deploy();
  }

  ProcessEngine engine() {
    return engine;
  }

  @Override
  public void close() {
    engine.close();
  }
}
