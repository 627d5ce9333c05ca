package vn.dvc.pay.reversal.process;

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
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through reverse-payment.bpmn, one test per path. */
@Deployment(resources = {"processes/reverse-payment.bpmn", "processes/clarify-outcome.bpmn"})
class ReversePaymentProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("reverse-payment");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("reverse-payment", ENGINE);

  private final ReversePaymentSteps steps = mock(ReversePaymentSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  private ProcessEngine engine;
  private ProcessInstance reversal;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    when(steps.attemptRef("V1")).thenReturn("an-attempt");
    when(steps.planRetry("V1")).thenReturn("PAUSE");
    when(steps.nextTryAt("V1")).thenReturn(Instant.now().plusSeconds(3600).toString());
    when(clarify.nextInquiryAt(anyString())).thenReturn(Instant.now().plusSeconds(60).toString());
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("reversePayment", steps);
    Mocks.register("clarifyOutcome", clarify);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void moneyGivenBackIsRecorded() {
    bankAnswers("DONE");
    ModelEngine.endedAt(reversal(), "reversed");
    verify(steps).recordReversed("V1");
  }

  @Test
  void reversalThatCertainlyWasNotSentIsPreparedAgain() {
    bankAnswers("NOT_SENT");
    fires("retryDue");
    bankAnswers("DONE");
    verify(steps, times(2)).prepareReversal("V1");
  }

  @Test
  void reversalThatCannotBeSentIsACaseAndIsStillRetried() {
    when(steps.planRetry("V1")).thenReturn("CASE_NEEDED");
    bankAnswers("NOT_SENT");
    verify(steps).openDelayedCase("V1");
    assertThat(reversal()).isWaitingAt("awaitRetry");
    fires("retryDue");
    bankAnswers("DONE");
    ModelEngine.endedAt(reversal(), "reversed");
  }

  @Test
  void moneyReturnedOtherwiseEndsTheRetries() {
    bankAnswers("NOT_SENT");
    when(steps.readDecision("V1")).thenReturn("RETURNED_OTHERWISE");
    ModelEngine.message(engine, reversal(), "returnedMeanwhile");
    ModelEngine.endedAt(reversal(), "returnedOtherwise");
  }

  @Test
  void refusedReversalIsDecidedByTwoPersons() {
    bankAnswers("DECLINED");
    verify(steps).openCase("V1");
    assertThat(reversal()).isWaitingAt("declinedDecided");
    decided("TRY_AGAIN");
    bankAnswers("DONE");
    ModelEngine.endedAt(reversal(), "reversed");
  }

  @Test
  void moneyReturnedOtherwiseEndsTheReversal() {
    bankAnswers("DECLINED");
    decided("RETURNED_OTHERWISE");
    ModelEngine.endedAt(reversal(), "returnedOtherwise");
    verify(steps, never()).recordReversed(anyString());
  }

  @Test
  void messageWithoutADecisionLeavesTheCaseOpen() {
    bankAnswers("DECLINED");
    decided("UNDECIDED");
    assertThat(reversal()).isWaitingAt("declinedDecided");
    verify(steps, times(2)).openCase("V1");
  }

  @Test
  void unknownReversalIsClarifiedAndRecordedWhenDone() {
    bankAnswers("UNKNOWN");
    found("DONE");
    ModelEngine.endedAt(reversal(), "reversed");
  }

  @Test
  void anyVerdictThatTheModelDoesNotKnowIsClarified() {
    bankAnswers("NONSENSE");
    assertThat(reversal()).isWaitingAt("clarifyOutcome");
  }

  @Test
  void reversalFoundWithoutEffectIsAskedForAgain() {
    bankAnswers("UNKNOWN");
    found("NOT_SENT");
    fires("retryDue");
    assertThat(reversal()).isWaitingAt("reverseMoney");
  }

  @Test
  void reversalFoundRefusedIsDecidedByTwoPersons() {
    bankAnswers("UNKNOWN");
    found("DECLINED");
    assertThat(reversal()).isWaitingAt("declinedDecided");
  }

  @Test
  void findingThatLeavesDoubtIsClarifiedAgain() {
    bankAnswers("UNKNOWN");
    found("UNKNOWN");
    found("DONE");
    ModelEngine.endedAt(reversal(), "reversed");
  }

  private void bankAnswers(String verdict) {
    reversal();
    ModelEngine.outsideAnswers(engine, "reverseMoney", verdict);
  }

  private void decided(String word) {
    when(steps.readDecision("V1")).thenReturn(word);
    ModelEngine.message(engine, reversal(), "declinedDecided");
  }

  /** Ends the clarification at its first inquiry, with this verdict for the reversal. */
  private void found(String verdict) {
    assertThat(reversal()).isWaitingAt("clarifyOutcome");
    when(steps.resumeFromFinding("V1")).thenReturn(verdict);
    fires("inquiryDue");
  }

  private void fires(String event) {
    reversal();
    ModelEngine.timerFires(engine, event);
  }

  /** The reversal of this test; the first call starts it, and it then waits. */
  private ProcessInstance reversal() {
    if (reversal == null) {
      reversal =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "reverse-payment", "V1", Map.of("reversalId", "V1", "bank", "970415"));
      assertThat(reversal).isWaitingAt("reverseMoney");
      assertThat(reversal).externalTask("reverseMoney").hasTopicName("bank.970415");
      verify(steps).prepareReversal("V1");
    }
    return reversal;
  }
}
