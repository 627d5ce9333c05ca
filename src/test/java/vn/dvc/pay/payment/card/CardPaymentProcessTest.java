package vn.dvc.pay.payment.card;

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
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.payment.outcome.ClarifyOutcomeSteps;
import vn.dvc.pay.payment.settle.SettleDossiersSteps;
import vn.dvc.pay.testing.CoversWholeModel;
import vn.dvc.pay.testing.ModelEngine;

/** Every way through card-payment.bpmn, one test per way. */
@ExtendWith(CoversWholeModel.class)
@Deployment(
    resources = {
      "processes/card-payment.bpmn",
      "processes/settle-dossiers.bpmn",
      "processes/clarify-outcome.bpmn"
    })
class CardPaymentProcessTest {
  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ModelEngine.running("card-payment", "settle-dossiers", "clarify-outcome");

  private final CardPaymentSteps steps = mock(CardPaymentSteps.class);
  private final SettleDossiersSteps settle = mock(SettleDossiersSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  private ProcessEngine engine;
  private ProcessInstance payment;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.windowEnds(anyString())).thenReturn(later);
    when(steps.otpExpires(anyString())).thenReturn(later);
    when(steps.attemptRef(anyString())).thenReturn("an-attempt");
    when(steps.prepareCapture(anyString())).thenReturn("AUTHORISED");
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

  @Test
  void cardAndOtpAcceptedAndCapturedIsPaid() {
    cardEntered("OTP_AWAITED");
    otpEntered("AUTHORISED");
    bank("captureCard", "CAPTURED");
    paid();
  }

  @Test
  void bankThatCapturesWithTheOtpIsNotAskedToCapture() {
    cardEntered("OTP_AWAITED");
    otpEntered("CAPTURED");
    paid();
    verify(steps, never()).prepareCapture(anyString());
  }

  @Test
  void declinedCardMayBeEnteredAgain() {
    cardEntered("CARD_AWAITED");
    assertThat(payment()).isWaitingAt("awaitCard");
    verify(steps, times(2)).openCardEntry("P1");
  }

  @Test
  void declinedCardWithoutEntriesLeftEndsDeclined() {
    endsAs("DECLINED");
    cardEntered("ENDED");
    ended("declined");
  }

  @Test
  void stopWantedWhileTheCardIsAuthorisedReleasesTheHold() {
    endsAs("CANCELLED");
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void anyWordThatTheModelDoesNotKnowIsClarified() {
    cardEntered("NONSENSE");
    assertThat(payment()).isWaitingAt("clarifyOutcome");
  }

  @Test
  void cancelBeforeTheCardEndsAtOnce() {
    endsAs("CANCELLED");
    message("cancelRequested");
    ended("cancelled");
  }

  @Test
  void windowThatEndsBeforeTheCardExpiresThePayment() {
    when(steps.endWindow("P1")).thenReturn("ENDED");
    endsAs("EXPIRED");
    timer("windowEndedAtCard");
    ended("expired");
  }

  @Test
  void windowTimerThatComesEarlyGoesOnWaitingForTheCard() {
    when(steps.endWindow("P1")).thenReturn("CARD_AWAITED");
    timer("windowEndedAtCard");
    assertThat(payment()).isWaitingAt("awaitCard");
  }

  @Test
  void wrongOtpMayBeEnteredAgain() {
    cardEntered("OTP_AWAITED");
    otpEntered("OTP_AWAITED");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void otpRefusedForGoodEndsDeclined() {
    endsAs("DECLINED");
    cardEntered("OTP_AWAITED");
    otpEntered("ENDED");
    ended("declined");
  }

  @Test
  void stopWantedWhileTheOtpIsVerifiedReleasesTheHold() {
    endsAs("CANCELLED");
    cardEntered("OTP_AWAITED");
    otpEntered("STOP_WANTED");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void unknownOtpOutcomeIsClarifiedAndCapturedWhenAuthorised() {
    cardEntered("OTP_AWAITED");
    otpEntered("UNKNOWN");
    found("AUTHORISED");
    bank("captureCard", "CAPTURED");
    paid();
  }

  @Test
  void codeThatTheBankCallsExpiredWaitsForANewOne() {
    cardEntered("OTP_AWAITED");
    otpEntered("OTP_EXPIRED");
    assertThat(payment()).isWaitingAt("awaitNewCode");
    message("resendRequested");
    bank("resendOtp", "OTP_AWAITED");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void resendGoesOnWaitingForTheOtp() {
    cardEntered("OTP_AWAITED");
    message("resendRequested");
    bank("resendOtp", "OTP_AWAITED");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void stopWantedWhileResendingReleasesTheHold() {
    endsAs("CANCELLED");
    cardEntered("OTP_AWAITED");
    message("resendRequested");
    bank("resendOtp", "STOP_WANTED");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void unknownResendIsClarifiedAndWaitsForTheOtp() {
    cardEntered("OTP_AWAITED");
    message("resendRequested");
    bank("resendOtp", "UNKNOWN");
    found("OTP_AWAITED");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void cancelWhileWaitingForTheOtpReleasesTheHold() {
    endsAs("CANCELLED");
    cardEntered("OTP_AWAITED");
    message("cancelRequested");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void otpTimerThatComesEarlyGoesOnWaitingForTheOtp() {
    cardEntered("OTP_AWAITED");
    when(steps.endOtpValidity("P1")).thenReturn("OTP_AWAITED");
    timer("otpValidityEnded");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void expiredCodeWaitsForTheWishForANewOne() {
    codeExpired();
    message("resendRequested");
    bank("resendOtp", "OTP_AWAITED");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void cancelAfterTheCodeExpiredReleasesTheHold() {
    endsAs("CANCELLED");
    codeExpired();
    message("cancelRequested");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void windowThatEndsAfterTheCodeExpiredReleasesTheHold() {
    endsAs("EXPIRED");
    codeExpired();
    when(steps.endWindow("P1")).thenReturn("STOP_WANTED");
    timer("windowEndedAtNewCode");
    bank("voidAuthorisation", "ENDED");
    ended("expired");
  }

  @Test
  void windowTimerThatComesEarlyGoesOnWaitingForTheOtp() {
    codeExpired();
    when(steps.endWindow("P1")).thenReturn("OTP_AWAITED");
    timer("windowEndedAtNewCode");
    assertThat(payment()).isWaitingAt("awaitOtp");
  }

  @Test
  void stopWantedBeforeTheCaptureReleasesTheHold() {
    endsAs("CANCELLED");
    when(steps.prepareCapture("P1")).thenReturn("STOP_WANTED");
    cardEntered("OTP_AWAITED");
    otpEntered("AUTHORISED");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void captureThatSurelyNeverLeftIsPreparedAgain() {
    cardEntered("OTP_AWAITED");
    otpEntered("AUTHORISED");
    bank("captureCard", "NOT_SENT");
    timer("captureRetryDue");
    bank("captureCard", "CAPTURED");
    paid();
    verify(steps, times(2)).prepareCapture("P1");
  }

  @Test
  void declinedCaptureWithAHoldReleasesTheHold() {
    endsAs("DECLINED");
    cardEntered("OTP_AWAITED");
    otpEntered("AUTHORISED");
    bank("captureCard", "STOP_WANTED");
    bank("voidAuthorisation", "ENDED");
    ended("declined");
  }

  @Test
  void declinedCaptureWithoutAHoldEndsDeclined() {
    endsAs("DECLINED");
    cardEntered("OTP_AWAITED");
    otpEntered("AUTHORISED");
    bank("captureCard", "ENDED");
    ended("declined");
  }

  @Test
  void unknownCaptureIsClarifiedAndPaidWhenCaptured() {
    cardEntered("OTP_AWAITED");
    otpEntered("AUTHORISED");
    bank("captureCard", "UNKNOWN");
    found("CAPTURED");
    paid();
  }

  @Test
  void cardThatTheBankNeverSawIsEnteredAgain() {
    cardEntered("UNKNOWN");
    found("CARD_AWAITED");
    assertThat(payment()).isWaitingAt("awaitCard");
  }

  @Test
  void findingThatLeavesDoubtIsClarifiedAgain() {
    cardEntered("UNKNOWN");
    found("UNKNOWN");
    found("ENDED");
    ended("declined");
  }

  @Test
  void holdFoundAfterAStopIsReleased() {
    endsAs("CANCELLED");
    cardEntered("UNKNOWN");
    found("STOP_WANTED");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
  }

  @Test
  void releaseThatSurelyNeverLeftIsPreparedAgain() {
    endsAs("CANCELLED");
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "NOT_SENT");
    timer("voidRetryDue");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
    verify(steps, times(2)).prepareVoid("P1");
  }

  @Test
  void moneyFoundMovedWhenReleasingIsPaid() {
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "CAPTURED");
    paid();
  }

  @Test
  void unknownReleaseIsClarified() {
    endsAs("CANCELLED");
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "UNKNOWN");
    found("ENDED");
    ended("cancelled");
  }

  /** The payment of this test, which waits for its card when it is first asked for. */
  private ProcessInstance payment() {
    if (payment == null) {
      payment =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey("card-payment", "P1", Map.of("paymentId", "P1"));
      assertThat(payment).isWaitingAt("awaitCard");
    }
    return payment;
  }

  private void cardEntered(String verdict) {
    ModelEngine.message(engine, payment(), "cardEntered", Map.of("bank", "970415"));
    bank("authoriseCard", verdict);
  }

  private void otpEntered(String verdict) {
    message("otpEntered");
    bank("verifyOtp", verdict);
  }

  private void codeExpired() {
    cardEntered("OTP_AWAITED");
    when(steps.endOtpValidity("P1")).thenReturn("OTP_EXPIRED");
    timer("otpValidityEnded");
    assertThat(payment()).isWaitingAt("awaitNewCode");
  }

  /** The clarification ends at its first look, and the payment goes on by this word. */
  private void found(String verdict) {
    assertThat(payment()).isWaitingAt("clarifyOutcome");
    when(steps.resumeFromFinding("P1")).thenReturn(verdict);
    timer("inquiryDue");
  }

  private void endsAs(String status) {
    when(steps.finishUnpaid("P1")).thenReturn(status);
  }

  private void bank(String step, String verdict) {
    ModelEngine.outsideAnswers(engine, step, verdict);
  }

  private void message(String name) {
    ModelEngine.message(engine, payment(), name);
  }

  private void timer(String event) {
    payment();
    ModelEngine.timerFires(engine, event);
  }

  private void paid() {
    ended("paid");
    verify(settle).settlePayment("P1");
    verify(steps, never()).finishUnpaid(anyString());
  }

  private void ended(String end) {
    ModelEngine.endedAt(payment(), end);
  }
}
