package vn.dvc.pay.registration.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
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
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through end-mandate.bpmn, one test per path. */
@Deployment(resources = {"processes/end-mandate.bpmn", "processes/clarify-outcome.bpmn"})
class EndMandateProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("end-mandate");

  @RegisterExtension static final ModelCoverage COVERAGE = ModelCoverage.of("end-mandate", ENGINE);

  private final EndMandateSteps steps = mock(EndMandateSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  private ProcessEngine engine;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.prepareEnding("R1")).thenReturn("PREPARED");
    when(steps.nextEndingAt("R1")).thenReturn(later);
    when(steps.attemptRef("R1")).thenReturn("an-attempt");
    when(clarify.nextInquiryAt(anyString())).thenReturn(later);
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("endMandate", steps);
    Mocks.register("clarifyOutcome", clarify);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void mandateThatTheBankEndsIsEnded() {
    var ending = start();
    ModelEngine.outsideAnswers(engine, "endMandate", "ENDED");
    ModelEngine.endedAt(ending, "ended");
  }

  @Test
  void mandateThatHasEndedAlreadyIsNotEndedAgain() {
    when(steps.prepareEnding("R1")).thenReturn("ENDED");
    ModelEngine.endedAt(start(), "ended");
  }

  @Test
  void requestThatWasNotSentIsPreparedAgain() {
    var ending = start();
    ModelEngine.outsideAnswers(engine, "endMandate", "NOT_SENT");
    ModelEngine.timerFires(engine, "endingRetryDue");
    assertThat(ending).isWaitingAt("endMandate");
    verify(steps, times(2)).prepareEnding("R1");
  }

  @Test
  void unknownEndingIsClarified() {
    var ending = start();
    found(ending, "ENDED");
    ModelEngine.endedAt(ending, "endedAfterAll");
  }

  @Test
  void mandateFoundStillInForceIsEndedAnew() {
    var ending = start();
    found(ending, "NOT_SENT");
    ModelEngine.timerFires(engine, "endingRetryDue");
    assertThat(ending).isWaitingAt("endMandate");
  }

  @Test
  void inconclusiveFindingIsClarifiedAgain() {
    var ending = start();
    found(ending, "NONSENSE");
    assertThat(ending).isWaitingAt("clarifyOutcome");
  }

  private void found(ProcessInstance ending, String verdict) {
    ModelEngine.outsideAnswers(engine, "endMandate", "UNKNOWN");
    assertThat(ending).isWaitingAt("clarifyOutcome");
    when(steps.resumeEnding("R1")).thenReturn(verdict);
    ModelEngine.timerFires(engine, "inquiryDue");
  }

  private ProcessInstance start() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "end-mandate", "R1", Map.of("registrationId", "R1", "bank", "970415"));
  }
}
