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
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.dvc.pay.clarification.inquiry.ClarifyOutcomeSteps;
import vn.dvc.pay.payment.settlement.SettleDossiersSteps;
import vn.dvc.pay.testing.ModelEngine;

/** A card payment with scripted steps, and helpers that read as events. */
class ScriptedCardPayment implements BeforeEachCallback, AfterEachCallback {
  private final ProcessEngineExtension running;
  final CardPaymentSteps steps = mock(CardPaymentSteps.class);
  private final SettleDossiersSteps settle = mock(SettleDossiersSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  private ProcessEngine engine;
  private ProcessInstance payment;

  ScriptedCardPayment(ProcessEngineExtension running) {
    this.running = running;
  }

  /** Each step answers as for a good payment, and nothing is due within the hour. */
  @Override
  public void beforeEach(ExtensionContext context) {
    engine = ModelEngine.of(running);
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

  @Override
  public void afterEach(ExtensionContext context) {
    Mocks.reset();
  }

  /** The payment of this test; the first call starts it, and it then waits for its card. */
  ProcessInstance instance() {
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
    ModelEngine.message(engine, instance(), "cardEntered", Map.of("bank", "970415"));
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
    assertThat(instance()).isWaitingAt("awaitNewCode");
  }

  /** Ends the clarification at its first inquiry, with this verdict for the payment. */
  void found(String verdict) {
    assertThat(instance()).isWaitingAt("clarifyOutcome");
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
    ModelEngine.message(engine, instance(), name);
  }

  void timer(String event) {
    instance();
    ModelEngine.timerFires(engine, event);
  }

  void paid() {
    ended("paid");
    verify(settle).settlePayment("P1");
    verify(steps, never()).finishUnpaid(anyString());
  }

  void ended(String end) {
    ModelEngine.endedAt(instance(), end);
  }
}
