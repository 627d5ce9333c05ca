package vn.dvc.pay.payment.outcome;

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

/** Every path through clarify-outcome.bpmn. */
@Deployment(resources = "processes/clarify-outcome.bpmn")
class ClarifyOutcomeProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("clarify-outcome");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("clarify-outcome", ENGINE);

  private final ClarifyOutcomeSteps steps = mock(ClarifyOutcomeSteps.class);
  private ProcessEngine engine;
  private ProcessInstance doubt;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    when(steps.nextInquiryAt(anyString())).thenReturn(Instant.now().plusSeconds(3600).toString());
    when(steps.prepareInquiry("A1")).thenReturn("UNKNOWN");
    when(steps.planNextInquiry("A1")).thenReturn("ASK_AGAIN");
    Mocks.register("clarifyOutcome", steps);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void certainAnswerEndsTheDoubt() {
    inquiryAnswers("CERTAIN");
    ModelEngine.endedAt(doubt(), "outcomeKnown");
    verify(steps).closeClarification("A1");
  }

  @Test
  void uncertainAnswerLeadsToAnotherInquiry() {
    inquiryAnswers("UNKNOWN");
    assertThat(doubt()).isWaitingAt("awaitNextInquiry");
    inquiryAnswers("CERTAIN");
    ModelEngine.endedAt(doubt(), "outcomeKnown");
    verify(steps, times(2)).prepareInquiry("A1");
  }

  @Test
  void attemptThatTheBankDoesNotKnowIsTombstoned() {
    inquiryAnswers("FORBID");
    assertThat(doubt()).externalTask("tombstoneTransaction").hasTopicName("bank.970415.inquiry");
    ModelEngine.outsideAnswers(engine, "tombstoneTransaction", "CERTAIN");
    ModelEngine.endedAt(doubt(), "outcomeKnown");
    verify(steps).closeClarification("A1");
  }

  @Test
  void refusedTombstoneLeadsToAnotherInquiry() {
    inquiryAnswers("FORBID");
    ModelEngine.outsideAnswers(engine, "tombstoneTransaction", "UNKNOWN");
    assertThat(doubt()).isWaitingAt("awaitNextInquiry");
    verify(steps).planNextInquiry("A1");
  }

  @Test
  void afterTooManyInquiriesACaseIsOpenedAndInquiriesContinue() {
    when(steps.planNextInquiry("A1")).thenReturn("CASE_NEEDED");
    inquiryAnswers("UNKNOWN");
    verify(steps).openCase("A1");
    assertThat(doubt()).isWaitingAt("awaitNextInquiry");
  }

  @Test
  void noticedOutcomeIsExaminedAtOnce() {
    when(steps.prepareInquiry("A1")).thenReturn("CERTAIN");
    ModelEngine.message(engine, doubt(), "outcomeNoticed");
    ModelEngine.endedAt(doubt(), "outcomeKnown");
  }

  @Test
  void inquiryUsesTheBanksInquiryTopic() {
    inquiryIsDue();
    assertThat(doubt()).externalTask("inquireTransaction").hasTopicName("bank.970415.inquiry");
  }

  private ProcessInstance doubt() {
    if (doubt == null) {
      doubt =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "clarify-outcome", "A1", Map.of("attemptRef", "A1", "bank", "970415"));
      assertThat(doubt).isWaitingAt("awaitNextInquiry");
    }
    return doubt;
  }

  private void inquiryIsDue() {
    doubt();
    ModelEngine.timerFires(engine, "inquiryDue");
  }

  private void inquiryAnswers(String verdict) {
    inquiryIsDue();
    ModelEngine.outsideAnswers(engine, "inquireTransaction", verdict);
  }
}
