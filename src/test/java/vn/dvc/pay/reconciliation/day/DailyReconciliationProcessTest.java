package vn.dvc.pay.reconciliation.day;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through daily-reconciliation.bpmn. */
@Deployment(resources = "processes/daily-reconciliation.bpmn")
class DailyReconciliationProcessTest {
  private static final String DAY = "970415-20261124";

  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("daily-reconciliation");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("daily-reconciliation", ENGINE);

  private final DailyReconciliationSteps steps = mock(DailyReconciliationSteps.class);
  private ProcessEngine engine;
  private ProcessInstance day;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.nextFetchAt(anyString())).thenReturn(later);
    when(steps.nextMatchAt(anyString())).thenReturn(later);
    when(steps.planNextFetch(DAY)).thenReturn("ASK_AGAIN");
    when(steps.importStatement(DAY)).thenReturn("IMPORTED");
    when(steps.openCases(DAY)).thenReturn("CERTAIN");
    Mocks.register("dailyReconciliation", steps);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void statementIsFetchedThroughItsOwnTopic() {
    assertThat(day()).externalTask("fetchStatement").hasTopicName("bank.970415.statement");
  }

  @Test
  void statementIsMatchedAndTheDayEnds() {
    bankAnswers("FETCHED");
    ModelEngine.endedAt(day(), "dayReconciled");
    verify(steps).matchLines(DAY);
    verify(steps).recordEnd(DAY);
  }

  @Test
  void missingStatementIsAskedForAgain() {
    bankAnswers("MISSING");
    assertThat(day()).isWaitingAt("awaitNextFetch");
    ModelEngine.timerFires(engine, "fetchDue");
    bankAnswers("FETCHED");
    ModelEngine.endedAt(day(), "dayReconciled");
  }

  @Test
  void missingStatementBecomesACaseAndIsStillRequested() {
    when(steps.planNextFetch(DAY)).thenReturn("CASE_NEEDED");
    bankAnswers("MISSING");
    verify(steps).openMissingCase(DAY);
    assertThat(day()).isWaitingAt("awaitNextFetch");
  }

  @Test
  void operatorsMayRequestTheStatementAtOnce() {
    bankAnswers("MISSING");
    ModelEngine.message(engine, day(), "statementWanted");
    assertThat(day()).isWaitingAt("fetchStatement");
  }

  @Test
  void refusedFileIsACaseAndAskedForAgain() {
    when(steps.importStatement(DAY)).thenReturn("REFUSED");
    bankAnswers("FETCHED");
    verify(steps).openRefusedCase(DAY);
    verify(steps, never()).matchLines(DAY);
    assertThat(day()).isWaitingAt("awaitNextFetch");
  }

  @Test
  void pendingDifferencesAreMatchedAgain() {
    when(steps.openCases(DAY)).thenReturn("PENDING", "CERTAIN");
    bankAnswers("FETCHED");
    assertThat(day()).isWaitingAt("awaitNextMatch");
    ModelEngine.timerFires(engine, "matchDue");
    ModelEngine.stepsRun(engine);
    ModelEngine.endedAt(day(), "dayReconciled");
    verify(steps, times(2)).matchLines(DAY);
  }

  @Test
  void matchingAndOpeningCasesHaveTheirOwnTransactions() {
    when(steps.openCases(DAY)).thenReturn("MORE", "MORE", "CERTAIN");
    day();
    ModelEngine.outsideAnswers(engine, "fetchStatement", "FETCHED");
    assertThat(day()).isWaitingAt("importStatement");
    ModelEngine.stepsRun(engine);
    ModelEngine.endedAt(day(), "dayReconciled");
    verify(steps, times(3)).matchLines(DAY);
  }

  @Test
  void newStatementMayBeWantedMeanwhile() {
    when(steps.openCases(DAY)).thenReturn("PENDING");
    bankAnswers("FETCHED");
    ModelEngine.message(engine, day(), "statementWanted");
    assertThat(day()).isWaitingAt("fetchStatement");
  }

  private ProcessInstance day() {
    if (day == null) {
      day =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "daily-reconciliation", DAY, Map.of("reconciliationId", DAY, "bank", "970415"));
    }
    return day;
  }

  private void bankAnswers(String verdict) {
    day();
    ModelEngine.outsideAnswers(engine, "fetchStatement", verdict);
    ModelEngine.stepsRun(engine);
  }
}
