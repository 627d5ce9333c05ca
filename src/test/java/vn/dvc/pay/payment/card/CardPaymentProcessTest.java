package vn.dvc.pay.payment.card;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.test.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path through card-payment.bpmn, one test per path. */
@Deployment(
    resources = {
      "processes/card-payment.bpmn",
      "processes/settle-dossiers.bpmn",
      "processes/clarify-outcome.bpmn"
    })
class CardPaymentProcessTest extends ScriptedCardPayment {

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

  @ParameterizedTest
  @ValueSource(strings = {"ENDED", "AUTHORISED", "CAPTURED", "CARD_AWAITED", "OTP_EXPIRED"})
  void whatAResendTellsBeyondTheCodeIsClarifiedFirst(String verdict) {
    cardEntered("OTP_AWAITED");
    message("resendRequested");
    bank("resendOtp", verdict);
    assertThat(payment()).isWaitingAt("clarifyOutcome");
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
  void releaseThatSurelyNeverLeftIsPreparedAgainAfterAPause() {
    endsAs("CANCELLED");
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "NOT_SENT");
    assertThat(payment()).isWaitingAt("awaitNextVoid");
    timer("voidRetryDue");
    bank("voidAuthorisation", "ENDED");
    ended("cancelled");
    verify(steps, times(2)).prepareVoid("P1");
    verify(steps, never()).openHoldCase(anyString());
  }

  @Test
  void holdThatIsStillThereAfterAskingIsReleasedAfterAPauseOnly() {
    when(steps.planVoid("P1")).thenReturn("VOID_NOW", "PAUSE");
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "UNKNOWN");
    found("STOP_WANTED");
    assertThat(payment()).isWaitingAt("awaitNextVoid");
    verify(steps, times(1)).prepareVoid("P1");
  }

  @Test
  void holdThatTheBankKeepsIsDecidedByTwoPersons() {
    endsAs("CANCELLED");
    when(steps.planVoid("P1")).thenReturn("VOID_NOW", "UNKNOWN");
    when(steps.planNextVoid("P1")).thenReturn("CASE_NEEDED");
    cardEntered("STOP_WANTED");
    bank("voidAuthorisation", "NOT_SENT");
    verify(steps).openHoldCase("P1");
    assertThat(payment()).isWaitingAt("awaitNextVoid");
    message("holdDecided");
    found("ENDED");
    ended("cancelled");
    verify(steps, times(1)).prepareVoid("P1");
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
}
