package vn.dvc.pay.payment.card;

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
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.payment.settlement.SettleDossiersSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** A card payment with scripted steps, and helpers that read as events. */
abstract class ScriptedCardPayment {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("card-payment");

  @RegisterExtension static final ModelCoverage COVERAGE = ModelCoverage.of("card-payment", ENGINE);

  final CardPaymentSteps steps = mock(CardPaymentSteps.class);
  final SettleDossiersSteps settle = mock(SettleDossiersSteps.class);
  final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  ProcessEngine engine;
  ProcessInstance payment;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.windowEnds(anyString())).thenReturn(later);
    when(steps.otpExpires(anyString())).thenReturn(later);
    when(steps.attemptRef(anyString())).thenReturn("an-attempt");
    when(steps.prepareCapture(anyString())).thenReturn("AUTHORISED");
    when(steps.nextCaptureAt(anyString())).thenReturn(later);
    when(steps.planVoid(anyString())).thenReturn("VOID_NOW");
    when(steps.planNextVoid(anyString())).thenReturn("PAUSE");
    when(steps.nextVoidAt(anyString())).thenReturn(later);
    when(clarify.nextInquiryAt(anyString())).thenReturn(later);
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("cardPayment", steps);
    Mocks.register("settleDossiers", settle);
    Mocks.register("clarifyOutcome", clarify);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  /** The payment of this test; the first call starts it, and it then waits for its card. */
  ProcessInstance payment() {
    if (payment == null) {
      payment =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey("card-payment", "P1", Map.of("paymentId", "P1"));
      assertThat(payment).isWaitingAt("awaitCard");
    }
    return payment;
  }

  void cardEntered(String verdict) {
    ModelEngine.message(engine, payment(), "cardEntered", Map.of("bank", "970415"));
    bank("authoriseCard", verdict);
  }

  void otpEntered(String verdict) {
    message("otpEntered");
    bank("verifyOtp", verdict);
  }

  void codeExpired() {
    cardEntered("OTP_AWAITED");
    when(steps.endOtpValidity("P1")).thenReturn("OTP_EXPIRED");
    timer("otpValidityEnded");
    assertThat(payment()).isWaitingAt("awaitNewCode");
  }

  /** Ends the clarification at its first inquiry, with this verdict for the payment. */
  void found(String verdict) {
    assertThat(payment()).isWaitingAt("clarifyOutcome");
    when(steps.resumeFromFinding("P1")).thenReturn(verdict);
    timer("inquiryDue");
  }

  void endsAs(String status) {
    when(steps.finishUnpaid("P1")).thenReturn(status);
  }

  void bank(String step, String verdict) {
    ModelEngine.outsideAnswers(engine, step, verdict);
  }

  void message(String name) {
    ModelEngine.message(engine, payment(), name);
  }

  void timer(String event) {
    payment();
    ModelEngine.timerFires(engine, event);
  }

  void paid() {
    ended("paid");
    verify(settle).settlePayment("P1");
    verify(steps, never()).finishUnpaid(anyString());
  }

  void ended(String end) {
    ModelEngine.endedAt(payment(), end);
  }
}
