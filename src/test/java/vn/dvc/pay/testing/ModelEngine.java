package vn.dvc.pay.testing;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;

/**
 * Runs one model of {@code processes/} in an engine of its own, with steps scripted by the test.
 * The test plays the external-task worker: it completes a call to the outside with the verdict that
 * the step would have recorded.
 */
public final class ModelEngine {
  private ModelEngine() {}

  /** An engine for one test class, whose paths {@link ModelCoverage} can watch. */
  public static ProcessEngineExtension running(String model) {
    var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
    configuration.setExpressionManager(new MockExpressionManager());
    configuration.setJobExecutorActivate(false);
    configuration.setHistory("audit");
    configuration.setProcessEngineName(model);
    configuration.setJdbcUrl("jdbc:h2:mem:" + model);
    return ProcessEngineExtension.builder()
        .useProcessEngine(configuration.buildProcessEngine())
        .build();
  }

  /** Makes this test's engine the one that this thread's assertions refer to. */
  public static ProcessEngine of(ProcessEngineExtension extension) {
    var engine = extension.getProcessEngine();
    BpmnAwareTests.init(engine);
    return engine;
  }

  /**
   * Completes the one external task of this step with a verdict, as the external-task worker does.
   */
  public static void outsideAnswers(ProcessEngine engine, String step, String verdict) {
    var tasks = engine.getExternalTaskService();
    var task = tasks.createExternalTaskQuery().activityId(step).singleResult();
    org.assertj.core.api.Assertions.assertThat(task).as("a call waiting at " + step).isNotNull();
    tasks.lock(task.getId(), "test", 10_000);
    tasks.complete(task.getId(), "test", Map.of("verdict", verdict));
  }

  /** Fires the one timer of this event, whenever it is due. */
  public static void timerFires(ProcessEngine engine, String event) {
    var management = engine.getManagementService();
    var job = management.createJobQuery().timers().activityId(event).singleResult();
    org.assertj.core.api.Assertions.assertThat(job).as("a timer at " + event).isNotNull();
    management.executeJob(job.getId());
  }

  /** Runs the steps that wait for a transaction of their own until none is left. */
  public static void stepsRun(ProcessEngine engine) {
    var management = engine.getManagementService();
    for (var due = management.createJobQuery().messages().list();
        !due.isEmpty();
        due = management.createJobQuery().messages().list()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  public static void message(ProcessEngine engine, ProcessInstance instance, String name) {
    message(engine, instance, name, Map.of());
  }

  public static void message(
      ProcessEngine engine, ProcessInstance instance, String name, Map<String, Object> variables) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(name)
        .processInstanceId(instance.getId())
        .setVariables(variables)
        .correlate();
  }

  public static void endedAt(ProcessInstance instance, String end) {
    assertThat(instance).isEnded().hasPassed(end);
  }
}
