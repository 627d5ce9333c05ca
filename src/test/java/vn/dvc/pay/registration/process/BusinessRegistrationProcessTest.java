package vn.dvc.pay.registration.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through business-registration.bpmn, one test per path. */
@Deployment(resources = {"processes/business-registration.bpmn", "processes/clarify-outcome.bpmn"})
class BusinessRegistrationProcessTest extends ScriptedRegistration {

  @Test
  void rightAccountFormReceivedApprovedAndActivatedIsRegistered() {
    underReview();
    decides("APPROVED");
    outside("activateMandate", "ACTIVE");
    ended("registered");
    verify(steps).register("R1");
  }

  @Test
  void policyThatWantsASecondOfficerGetsOne() {
    underReview();
    decides("SECOND_NEEDED");
    assertThat(registration()).isWaitingAt("approveSecond");
    verify(steps, never()).prepareMandate(anyString());
    decidesSecond("APPROVED");
    outside("activateMandate", "ACTIVE");
    ended("registered");
  }

  @Test
  void whatTheOfficerIsShownIsWhatIsRecorded() {
    underReview();
    decides("APPROVED");
    verify(steps).recordDecision("R1", "said", "1", "shown", "why");
  }

  @Test
  void wordOfAnOfficerThatTheModelDoesNotKnowAsksASecondOne() {
    underReview();
    decides("NONSENSE");
    assertThat(registration()).isWaitingAt("approveSecond");
  }

  @Test
  void bankThatDoesNotAnswerIsAskedAgain() {
    outside("enquireAccount", "ASK_AGAIN");
    timer("enquiryRetryDue");
    outside("enquireAccount", "CONFIRMED");
    assertThat(registration()).isWaitingAt("renderForm");
    verify(steps, times(2)).prepareEnquiry("R1");
  }

  @Test
  void wrongAccountIsCorrectedAndAskedAnew() {
    outside("enquireAccount", "REFUSED");
    message("registrationCorrected");
    assertThat(registration()).isWaitingAt("enquireAccount");
  }

  @Test
  void correctionAtAnotherBankAsksThatBank() {
    outside("enquireAccount", "REFUSED");
    ModelEngine.message(engine, registration(), "registrationCorrected", Map.of("bank", "970436"));
    var task = engine.getExternalTaskService().createExternalTaskQuery().singleResult();
    org.assertj.core.api.Assertions.assertThat(task.getTopicName()).isEqualTo("bank.970436");
  }

  @Test
  void confirmedNamePrintsTheForm() {
    outside("enquireAccount", "REFUSED");
    message("nameConfirmed");
    assertThat(registration()).isWaitingAt("renderForm");
  }

  @Test
  void refusedAccountMayBeWithdrawn() {
    outside("enquireAccount", "REFUSED");
    message("registrationWithdrawn");
    ended("withdrawn");
  }

  @Test
  void refusedAccountThatNobodyCorrectsExpires() {
    outside("enquireAccount", "REFUSED");
    when(steps.expire("R1")).thenReturn("EXPIRED");
    timer("correctionEnded");
    ended("expired");
  }

  @Test
  void correctionTimerThatComesEarlyGoesOnWaiting() {
    outside("enquireAccount", "REFUSED");
    when(steps.expire("R1")).thenReturn("CORRECTION_AWAITED");
    timer("correctionEnded");
    assertThat(registration()).isWaitingAt("awaitCorrection");
  }

  @Test
  void withdrawalDuringTheEnquiryEndsAfterItsAnswer() {
    outside("enquireAccount", "WITHDRAWN");
    ended("withdrawn");
  }

  @Test
  void withdrawalBeforeTheNextEnquiryEndsThere() {
    outside("enquireAccount", "ASK_AGAIN");
    when(steps.prepareEnquiry("R1")).thenReturn("WITHDRAWN");
    timer("enquiryRetryDue");
    ended("withdrawn");
  }

  @Test
  void withdrawalWhileTheFormIsPrintedEndsAfterIt() {
    outside("enquireAccount", "CONFIRMED");
    outside("renderForm", "WITHDRAWN");
    ended("withdrawn");
  }

  @Test
  void tellerIsGivenTheForm() {
    awaitsForm();
    assertThat(registration()).task("receiveForm").hasCandidateGroup("bank-tellers");
  }

  @Test
  void withdrawalBeforeTheHandInTakesTheTellersTaskAway() {
    awaitsForm();
    message("registrationWithdrawn");
    ended("withdrawn");
  }

  @Test
  void formNotHandedInIsRemindedOfAndStillAwaited() {
    awaitsForm();
    timer("handInReminderDue");
    verify(steps).remindHandIn("R1");
    assertThat(registration()).isWaitingAt("receiveForm");
  }

  @Test
  void formNeverHandedInExpires() {
    awaitsForm();
    when(steps.expire("R1")).thenReturn("EXPIRED");
    timer("handInEnded");
    ended("expired");
  }

  @Test
  void handInTimerThatComesEarlyGoesOnWaitingForTheForm() {
    awaitsForm();
    when(steps.expire("R1")).thenReturn("FORM_AWAITED");
    timer("handInEnded");
    assertThat(registration()).isWaitingAt("receiveForm");
  }

  @Test
  void formThatTheTellerReturnsIsCorrectedWithoutAskingTheBankAgain() {
    awaitsForm();
    teller("RETURNED");
    when(steps.prepareEnquiry("R1")).thenReturn("ACCOUNT_KNOWN");
    message("registrationCorrected");
    assertThat(registration()).isWaitingAt("renderForm");
  }

  @Test
  void formThatTheOfficerReturnsWaitsForThePayer() {
    underReview();
    decides("RETURNED");
    assertThat(registration()).isWaitingAt("awaitCorrection");
  }

  @Test
  void formThatTheSecondOfficerReturnsWaitsForThePayer() {
    underReview();
    decides("SECOND_NEEDED");
    decidesSecond("RETURNED");
    assertThat(registration()).isWaitingAt("awaitCorrection");
    verify(steps, never()).prepareMandate(anyString());
  }

  @Test
  void rejectionEndsIt() {
    underReview();
    decides("REJECTED");
    ended("rejected");
  }

  @Test
  void rejectionByTheSecondOfficerEndsIt() {
    underReview();
    decides("SECOND_NEEDED");
    decidesSecond("REJECTED");
    ended("rejected");
  }

  @Test
  void withdrawalDuringTheReviewTakesTheOfficersTaskAway() {
    underReview();
    message("registrationWithdrawn");
    ended("withdrawn");
  }

  @Test
  void withdrawalDuringTheSecondReviewTakesTheTaskAway() {
    underReview();
    decides("SECOND_NEEDED");
    message("registrationWithdrawn");
    ended("withdrawn");
  }

  @Test
  void overdueReviewIsEscalatedAndStillAwaited() {
    underReview();
    timer("reviewOverdue");
    verify(steps).escalateReview("R1");
    assertThat(registration()).isWaitingAt("approve");
  }

  @Test
  void overdueSecondReviewIsEscalatedAndStillAwaited() {
    underReview();
    decides("SECOND_NEEDED");
    timer("reviewOverdueSecond");
    verify(steps).escalateReview("R1");
    assertThat(registration()).isWaitingAt("approveSecond");
  }

  @Test
  void mandateThatWasNotSentIsPreparedAnew() {
    activating();
    outside("activateMandate", "NOT_SENT");
    timer("mandateRetryDue");
    assertThat(registration()).isWaitingAt("activateMandate");
    verify(steps, times(2)).prepareMandate("R1");
  }

  @Test
  void mandateThatTheBankDeclinesGoesBackToThePayer() {
    activating();
    outside("activateMandate", "DECLINED");
    assertThat(registration()).isWaitingAt("awaitCorrection");
    verify(steps, never()).register(anyString());
  }

  @Test
  void unknownMandateIsClarifiedAndRegisteredWhenTheBankHasIt() {
    activating();
    outside("activateMandate", "UNKNOWN");
    found("ACTIVE");
    ended("registered");
    verify(steps).register("R1");
  }

  @Test
  void anyWordOfTheBankThatTheModelDoesNotKnowIsClarified() {
    activating();
    outside("activateMandate", "NONSENSE");
    assertThat(registration()).isWaitingAt("clarifyOutcome");
    verify(steps, never()).register(anyString());
  }

  @Test
  void unknownMandateThatTheBankNeverSawIsPreparedAnew() {
    activating();
    outside("activateMandate", "UNKNOWN");
    found("NOT_SENT");
    timer("foundRetryDue");
    assertThat(registration()).isWaitingAt("activateMandate");
  }

  @Test
  void unknownMandateThatTheBankDeclinedGoesBackToThePayer() {
    activating();
    outside("activateMandate", "UNKNOWN");
    found("DECLINED");
    assertThat(registration()).isWaitingAt("awaitCorrection");
  }

  @Test
  void findingThatSaysNothingIsClarifiedAgain() {
    activating();
    outside("activateMandate", "UNKNOWN");
    found("UNKNOWN");
    assertThat(registration()).isWaitingAt("clarifyOutcome");
  }
}
