package vn.dvc.pay.payment.counter;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
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
import vn.dvc.pay.payment.settlement.SettleDossiersSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through counter-payment.bpmn, one test per path. */
@Deployment(resources = {"processes/counter-payment.bpmn", "processes/settle-dossiers.bpmn"})
class CounterPaymentProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("counter-payment");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("counter-payment", ENGINE);

  private final CounterPaymentSteps steps = mock(CounterPaymentSteps.class);
  private final SettleDossiersSteps settle = mock(SettleDossiersSteps.class);
  private ProcessEngine engine;
  private ProcessInstance payment;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    when(steps.reminderDue(anyString())).thenReturn(Instant.now().plusSeconds(3600).toString());
    when(steps.windowEnds(anyString())).thenReturn(Instant.now().plusSeconds(7200).toString());
    Mocks.register("counterPayment", steps);
    Mocks.register("settleDossiers", settle);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void recordedCollectionIsSettled() {
    when(steps.checkCollection("P1")).thenReturn("COLLECTED");
    ModelEngine.message(engine, payment(), "collectionNoticed");
    ModelEngine.endedAt(payment(), "paid");
    verify(settle).settlePayment("P1");
  }

  @Test
  void collectionThatIsNotRecordedIsNotSettled() {
    when(steps.checkCollection("P1")).thenReturn("COLLECTION_AWAITED");
    ModelEngine.message(engine, payment(), "collectionNoticed");
    assertThat(payment()).isWaitingAt("awaitCollection");
    verify(settle, never()).settlePayment(anyString());
  }

  @Test
  void anyVerdictThatTheModelDoesNotKnowIsNotSettled() {
    when(steps.checkCollection("P1")).thenReturn("NONSENSE");
    ModelEngine.message(engine, payment(), "collectionNoticed");
    assertThat(payment()).isWaitingAt("awaitCollection");
  }

  @Test
  void afterTheReminderThePaymentKeepsWaiting() {
    fires("reminderDue");
    verify(steps).remindPayer("P1");
    assertThat(payment()).isWaitingAt("awaitCollection");
  }

  @Test
  void windowThatEndsExpiresThePayment() {
    when(steps.endWindow("P1")).thenReturn("ENDED");
    when(steps.finishUnpaid("P1")).thenReturn("EXPIRED");
    fires("windowEnded");
    ModelEngine.endedAt(payment(), "expired");
    verify(steps).returnHeld("P1");
  }

  @Test
  void windowTimerThatIsEarlyOrMeetsMoneyUnderReviewKeepsWaiting() {
    when(steps.endWindow("P1")).thenReturn("COLLECTION_AWAITED");
    fires("windowEnded");
    assertThat(payment()).isWaitingAt("awaitCollection");
    verify(steps, never()).finishUnpaid(anyString());
  }

  @Test
  void payerCancels() {
    when(steps.finishUnpaid("P1")).thenReturn("CANCELLED");
    ModelEngine.message(engine, payment(), "cancelRequested");
    ModelEngine.endedAt(payment(), "cancelled");
    verify(steps).returnHeld("P1");
  }

  private void fires(String event) {
    payment();
    ModelEngine.timerFires(engine, event);
  }

  /** The payment of this test; the first call starts it, and it then waits. */
  private ProcessInstance payment() {
    if (payment == null) {
      payment =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey("counter-payment", "P1", Map.of("paymentId", "P1"));
      assertThat(payment).isWaitingAt("awaitCollection");
      verify(steps).openInstruction("P1");
    }
    return payment;
  }
}
