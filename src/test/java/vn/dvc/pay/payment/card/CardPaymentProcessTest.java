package vn.dvc.pay.payment.card;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through card-payment.bpmn, one test per path. */
@Deployment(
    resources = {
      "processes/card-payment.bpmn",
      "processes/settle-dossiers.bpmn",
      "processes/clarify-outcome.bpmn"
    })
class CardPaymentProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("card-payment");

  @RegisterExtension static final ModelCoverage COVERAGE = ModelCoverage.of("card-payment", ENGINE);

  @RegisterExtension final ScriptedCardPayment payment = new ScriptedCardPayment(ENGINE);
  final CardPaymentSteps steps = payment.steps;

  @Test
  void cardAndOtpAcceptedThenCapturedIsPaid() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("AUTHORISED");
    payment.bank("captureCard", "CAPTURED");
    payment.paid();
  }

  @Test
  void bankThatCapturesWithTheOtpIsNotAskedToCapture() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("CAPTURED");
    payment.paid();
    verify(steps, never()).prepareCapture(anyString());
  }

  @Test
  void declinedCardMayBeEnteredAgain() {
    payment.cardEntered("CARD_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitCard");
    verify(steps, times(2)).openCardEntry("P1");
  }

  @Test
  void declinedCardWithoutEntriesLeftEndsDeclined() {
    payment.endsAs("DECLINED");
    payment.cardEntered("ENDED");
    payment.ended("declined");
  }

  @Test
  void stopWantedWhileTheCardIsAuthorisedReleasesTheHold() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void anyVerdictThatTheModelDoesNotKnowIsClarified() {
    payment.cardEntered("NONSENSE");
    assertThat(payment.instance()).isWaitingAt("clarifyOutcome");
  }

  @Test
  void cancelBeforeTheCardEndsAtOnce() {
    payment.endsAs("CANCELLED");
    payment.message("cancelRequested");
    payment.ended("cancelled");
  }

  @Test
  void windowThatEndsBeforeTheCardExpiresThePayment() {
    when(steps.endWindow("P1")).thenReturn("ENDED");
    payment.endsAs("EXPIRED");
    payment.timer("windowEndedAtCard");
    payment.ended("expired");
  }

  @Test
  void earlyWindowTimerKeepsWaitingForTheCard() {
    when(steps.endWindow("P1")).thenReturn("CARD_AWAITED");
    payment.timer("windowEndedAtCard");
    assertThat(payment.instance()).isWaitingAt("awaitCard");
  }

  @Test
  void wrongOtpMayBeEnteredAgain() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("OTP_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @Test
  void otpRefusedForGoodEndsDeclined() {
    payment.endsAs("DECLINED");
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("ENDED");
    payment.ended("declined");
  }

  @Test
  void stopWantedWhileTheOtpIsVerifiedReleasesTheHold() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void unknownOtpOutcomeIsClarifiedAndCapturedWhenAuthorised() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("UNKNOWN");
    payment.found("AUTHORISED");
    payment.bank("captureCard", "CAPTURED");
    payment.paid();
  }

  @Test
  void codeThatTheBankCallsExpiredWaitsForANewOne() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("OTP_EXPIRED");
    assertThat(payment.instance()).isWaitingAt("awaitNewCode");
    payment.message("resendRequested");
    payment.bank("resendOtp", "OTP_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @Test
  void afterAResendTheOtpIsStillAwaited() {
    payment.cardEntered("OTP_AWAITED");
    payment.message("resendRequested");
    payment.bank("resendOtp", "OTP_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @Test
  void stopWantedWhileResendingReleasesTheHold() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("OTP_AWAITED");
    payment.message("resendRequested");
    payment.bank("resendOtp", "STOP_WANTED");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void unknownResendIsClarifiedAndWaitsForTheOtp() {
    payment.cardEntered("OTP_AWAITED");
    payment.message("resendRequested");
    payment.bank("resendOtp", "UNKNOWN");
    payment.found("OTP_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENDED", "AUTHORISED", "CAPTURED", "CARD_AWAITED", "OTP_EXPIRED"})
  void unexpectedOutcomeOfAResendIsClarifiedFirst(String verdict) {
    payment.cardEntered("OTP_AWAITED");
    payment.message("resendRequested");
    payment.bank("resendOtp", verdict);
    assertThat(payment.instance()).isWaitingAt("clarifyOutcome");
  }

  @Test
  void cancelWhileWaitingForTheOtpReleasesTheHold() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("OTP_AWAITED");
    payment.message("cancelRequested");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void earlyOtpTimerKeepsWaitingForTheOtp() {
    payment.cardEntered("OTP_AWAITED");
    when(steps.endOtpValidity("P1")).thenReturn("OTP_AWAITED");
    payment.timer("otpValidityEnded");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @Test
  void expiredCodeWaitsForARequestForANewOne() {
    payment.codeExpired();
    payment.message("resendRequested");
    payment.bank("resendOtp", "OTP_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @Test
  void cancelAfterTheCodeExpiredReleasesTheHold() {
    payment.endsAs("CANCELLED");
    payment.codeExpired();
    payment.message("cancelRequested");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void windowThatEndsAfterTheCodeExpiredReleasesTheHold() {
    payment.endsAs("EXPIRED");
    payment.codeExpired();
    when(steps.endWindow("P1")).thenReturn("STOP_WANTED");
    payment.timer("windowEndedAtNewCode");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("expired");
  }

  @Test
  void earlyWindowTimerKeepsWaitingForTheOtp() {
    payment.codeExpired();
    when(steps.endWindow("P1")).thenReturn("OTP_AWAITED");
    payment.timer("windowEndedAtNewCode");
    assertThat(payment.instance()).isWaitingAt("awaitOtp");
  }

  @Test
  void stopWantedBeforeTheCaptureReleasesTheHold() {
    payment.endsAs("CANCELLED");
    when(steps.prepareCapture("P1")).thenReturn("STOP_WANTED");
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("AUTHORISED");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void captureThatCertainlyWasNotSentIsPreparedAgain() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("AUTHORISED");
    payment.bank("captureCard", "NOT_SENT");
    payment.timer("captureRetryDue");
    payment.bank("captureCard", "CAPTURED");
    payment.paid();
    verify(steps, times(2)).prepareCapture("P1");
  }

  @Test
  void declinedCaptureWithAHoldReleasesTheHold() {
    payment.endsAs("DECLINED");
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("AUTHORISED");
    payment.bank("captureCard", "STOP_WANTED");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("declined");
  }

  @Test
  void declinedCaptureWithoutAHoldEndsDeclined() {
    payment.endsAs("DECLINED");
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("AUTHORISED");
    payment.bank("captureCard", "ENDED");
    payment.ended("declined");
  }

  @Test
  void unknownCaptureIsClarifiedAndPaidWhenCaptured() {
    payment.cardEntered("OTP_AWAITED");
    payment.otpEntered("AUTHORISED");
    payment.bank("captureCard", "UNKNOWN");
    payment.found("CAPTURED");
    payment.paid();
  }

  @Test
  void cardThatTheBankNeverReceivedIsEnteredAgain() {
    payment.cardEntered("UNKNOWN");
    payment.found("CARD_AWAITED");
    assertThat(payment.instance()).isWaitingAt("awaitCard");
  }

  @Test
  void findingThatLeavesDoubtIsClarifiedAgain() {
    payment.cardEntered("UNKNOWN");
    payment.found("UNKNOWN");
    payment.found("ENDED");
    payment.ended("declined");
  }

  @Test
  void holdFoundAfterAStopIsReleased() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("UNKNOWN");
    payment.found("STOP_WANTED");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
  }

  @Test
  void releaseThatCertainlyWasNotSentIsPreparedAgainAfterAPause() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "NOT_SENT");
    assertThat(payment.instance()).isWaitingAt("awaitNextVoid");
    payment.timer("voidRetryDue");
    payment.bank("voidAuthorisation", "ENDED");
    payment.ended("cancelled");
    verify(steps, times(2)).prepareVoid("P1");
    verify(steps, never()).openHoldCase(anyString());
  }

  @Test
  void holdThatAnInquiryStillFindsIsReleasedAgainAfterAPause() {
    when(steps.planVoid("P1")).thenReturn("VOID_NOW", "PAUSE");
    payment.cardEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "UNKNOWN");
    payment.found("STOP_WANTED");
    assertThat(payment.instance()).isWaitingAt("awaitNextVoid");
    verify(steps, times(1)).prepareVoid("P1");
  }

  @Test
  void holdThatTheBankDoesNotReleaseIsDecidedByTwoPersons() {
    payment.endsAs("CANCELLED");
    when(steps.planVoid("P1")).thenReturn("VOID_NOW", "UNKNOWN");
    when(steps.planNextVoid("P1")).thenReturn("CASE_NEEDED");
    payment.cardEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "NOT_SENT");
    verify(steps).openHoldCase("P1");
    assertThat(payment.instance()).isWaitingAt("awaitNextVoid");
    payment.message("holdDecided");
    payment.found("ENDED");
    payment.ended("cancelled");
    verify(steps, times(1)).prepareVoid("P1");
  }

  @Test
  void releaseThatFindsTheMoneyTakenIsPaid() {
    payment.cardEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "CAPTURED");
    payment.paid();
  }

  @Test
  void unknownReleaseIsClarified() {
    payment.endsAs("CANCELLED");
    payment.cardEntered("STOP_WANTED");
    payment.bank("voidAuthorisation", "UNKNOWN");
    payment.found("ENDED");
    payment.ended("cancelled");
  }
}
