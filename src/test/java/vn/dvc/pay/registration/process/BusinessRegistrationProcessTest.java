package vn.dvc.pay.registration.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through business-registration.bpmn, one test per path. */
@Deployment(resources = {"processes/business-registration.bpmn", "processes/clarify-outcome.bpmn"})
class BusinessRegistrationProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("business-registration");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("business-registration", ENGINE);

  @RegisterExtension final ScriptedRegistration registration = new ScriptedRegistration(ENGINE);
  final BusinessRegistrationSteps steps = registration.steps;

  @Test
  void checkFormApprovalAndActivationCompleteTheRegistration() {
    registration.underReview();
    registration.decides("APPROVED");
    registration.outside("activateMandate", "ACTIVE");
    registration.ended("registered");
    verify(steps).register("R1");
  }

  @Test
  void policyMayRequireASecondOfficer() {
    registration.underReview();
    registration.decides("SECOND_NEEDED");
    assertThat(registration.instance()).isWaitingAt("approveSecond");
    verify(steps, never()).prepareMandate(anyString());
    registration.decidesSecond("APPROVED");
    registration.outside("activateMandate", "ACTIVE");
    registration.ended("registered");
  }

  @Test
  void decisionIsRecordedForTheFormThatTheOfficerWasShown() {
    registration.underReview();
    registration.decides("APPROVED");
    verify(steps).recordDecision("R1", "said", "1", "shown", "why");
  }

  @Test
  void decisionThatTheModelDoesNotKnowGoesToASecondOfficer() {
    registration.underReview();
    registration.decides("NONSENSE");
    assertThat(registration.instance()).isWaitingAt("approveSecond");
  }

  @Test
  void bankThatDoesNotAnswerIsAskedAgain() {
    registration.outside("enquireAccount", "ASK_AGAIN");
    registration.timer("enquiryRetryDue");
    registration.outside("enquireAccount", "CONFIRMED");
    assertThat(registration.instance()).isWaitingAt("renderForm");
    verify(steps, times(2)).prepareEnquiry("R1");
  }

  @Test
  void wrongAccountIsCorrectedAndCheckedAgain() {
    registration.outside("enquireAccount", "REFUSED");
    registration.message("registrationCorrected");
    assertThat(registration.instance()).isWaitingAt("enquireAccount");
  }

  @Test
  void correctedAccountAtAnotherBankIsCheckedThere() {
    registration.outside("enquireAccount", "REFUSED");
    ModelEngine.message(
        registration.engine,
        registration.instance(),
        "registrationCorrected",
        Map.of("bank", "970436"));
    var task =
        registration.engine.getExternalTaskService().createExternalTaskQuery().singleResult();
    org.assertj.core.api.Assertions.assertThat(task.getTopicName()).isEqualTo("bank.970436");
  }

  @Test
  void afterTheNameIsConfirmedTheFormIsPrinted() {
    registration.outside("enquireAccount", "REFUSED");
    registration.message("nameConfirmed");
    assertThat(registration.instance()).isWaitingAt("renderForm");
  }

  @Test
  void refusedAccountMayBeWithdrawn() {
    registration.outside("enquireAccount", "REFUSED");
    registration.message("registrationWithdrawn");
    registration.ended("withdrawn");
  }

  @Test
  void refusedAccountThatNobodyCorrectsExpires() {
    registration.outside("enquireAccount", "REFUSED");
    when(steps.expire("R1")).thenReturn("EXPIRED");
    registration.timer("correctionEnded");
    registration.ended("expired");
  }

  @Test
  void earlyCorrectionTimerKeepsWaiting() {
    registration.outside("enquireAccount", "REFUSED");
    when(steps.expire("R1")).thenReturn("CORRECTION_AWAITED");
    registration.timer("correctionEnded");
    assertThat(registration.instance()).isWaitingAt("awaitCorrection");
  }

  @Test
  void withdrawalDuringTheEnquiryEndsTheProcessAfterItsAnswer() {
    registration.outside("enquireAccount", "WITHDRAWN");
    registration.ended("withdrawn");
  }

  @Test
  void withdrawalBeforeTheNextEnquiryEndsTheProcessThere() {
    registration.outside("enquireAccount", "ASK_AGAIN");
    when(steps.prepareEnquiry("R1")).thenReturn("WITHDRAWN");
    registration.timer("enquiryRetryDue");
    registration.ended("withdrawn");
  }

  @Test
  void withdrawalDuringThePrintingEndsTheProcessAfterIt() {
    registration.outside("enquireAccount", "CONFIRMED");
    registration.outside("renderForm", "WITHDRAWN");
    registration.ended("withdrawn");
  }

  @Test
  void tellerIsGivenTheForm() {
    registration.awaitsForm();
    assertThat(registration.instance()).task("receiveForm").hasCandidateGroup("bank-tellers");
  }

  @Test
  void withdrawalBeforeTheHandInTakesTheTellersTaskAway() {
    registration.awaitsForm();
    registration.message("registrationWithdrawn");
    registration.ended("withdrawn");
  }

  @Test
  void formNotHandedInCausesAReminderAndIsStillAwaited() {
    registration.awaitsForm();
    registration.timer("handInReminderDue");
    verify(steps).remindHandIn("R1");
    assertThat(registration.instance()).isWaitingAt("receiveForm");
  }

  @Test
  void formNeverHandedInExpires() {
    registration.awaitsForm();
    when(steps.expire("R1")).thenReturn("EXPIRED");
    registration.timer("handInEnded");
    registration.ended("expired");
  }

  @Test
  void earlyHandInTimerKeepsWaitingForTheForm() {
    registration.awaitsForm();
    when(steps.expire("R1")).thenReturn("FORM_AWAITED");
    registration.timer("handInEnded");
    assertThat(registration.instance()).isWaitingAt("receiveForm");
  }

  @Test
  void formThatTheTellerReturnsIsCorrectedWithoutAskingTheBankAgain() {
    registration.awaitsForm();
    registration.teller("RETURNED");
    when(steps.prepareEnquiry("R1")).thenReturn("ACCOUNT_KNOWN");
    registration.message("registrationCorrected");
    assertThat(registration.instance()).isWaitingAt("renderForm");
  }

  @Test
  void formThatTheOfficerReturnsWaitsForThePayer() {
    registration.underReview();
    registration.decides("RETURNED");
    assertThat(registration.instance()).isWaitingAt("awaitCorrection");
  }

  @Test
  void formThatTheSecondOfficerReturnsWaitsForThePayer() {
    registration.underReview();
    registration.decides("SECOND_NEEDED");
    registration.decidesSecond("RETURNED");
    assertThat(registration.instance()).isWaitingAt("awaitCorrection");
    verify(steps, never()).prepareMandate(anyString());
  }

  @Test
  void rejectionEndsTheRegistration() {
    registration.underReview();
    registration.decides("REJECTED");
    registration.ended("rejected");
  }

  @Test
  void rejectionByTheSecondOfficerEndsTheRegistration() {
    registration.underReview();
    registration.decides("SECOND_NEEDED");
    registration.decidesSecond("REJECTED");
    registration.ended("rejected");
  }

  @Test
  void withdrawalDuringTheReviewTakesTheOfficersTaskAway() {
    registration.underReview();
    registration.message("registrationWithdrawn");
    registration.ended("withdrawn");
  }

  @Test
  void withdrawalDuringTheSecondReviewTakesTheTaskAway() {
    registration.underReview();
    registration.decides("SECOND_NEEDED");
    registration.message("registrationWithdrawn");
    registration.ended("withdrawn");
  }

  @Test
  void overdueReviewIsEscalatedAndStillAwaited() {
    registration.underReview();
    registration.timer("reviewOverdue");
    verify(steps).escalateReview("R1");
    assertThat(registration.instance()).isWaitingAt("approve");
  }

  @Test
  void overdueSecondReviewIsEscalatedAndStillAwaited() {
    registration.underReview();
    registration.decides("SECOND_NEEDED");
    registration.timer("reviewOverdueSecond");
    verify(steps).escalateReview("R1");
    assertThat(registration.instance()).isWaitingAt("approveSecond");
  }

  @Test
  void mandateThatWasNotSentIsPreparedAnew() {
    registration.activating();
    registration.outside("activateMandate", "NOT_SENT");
    registration.timer("mandateRetryDue");
    assertThat(registration.instance()).isWaitingAt("activateMandate");
    verify(steps, times(2)).prepareMandate("R1");
  }

  @Test
  void mandateThatTheBankDeclinesGoesBackToThePayer() {
    registration.activating();
    registration.outside("activateMandate", "DECLINED");
    assertThat(registration.instance()).isWaitingAt("awaitCorrection");
    verify(steps, never()).register(anyString());
  }

  @Test
  void unknownMandateIsClarifiedAndRegisteredWhenTheBankHasIt() {
    registration.activating();
    registration.outside("activateMandate", "UNKNOWN");
    registration.found("ACTIVE");
    registration.ended("registered");
    verify(steps).register("R1");
  }

  @Test
  void anyVerdictThatTheModelDoesNotKnowIsClarified() {
    registration.activating();
    registration.outside("activateMandate", "NONSENSE");
    assertThat(registration.instance()).isWaitingAt("clarifyOutcome");
    verify(steps, never()).register(anyString());
  }

  @Test
  void unknownMandateThatTheBankNeverReceivedIsPreparedAgain() {
    registration.activating();
    registration.outside("activateMandate", "UNKNOWN");
    registration.found("NOT_SENT");
    registration.timer("foundRetryDue");
    assertThat(registration.instance()).isWaitingAt("activateMandate");
  }

  @Test
  void unknownMandateThatTheBankDeclinedGoesBackToThePayer() {
    registration.activating();
    registration.outside("activateMandate", "UNKNOWN");
    registration.found("DECLINED");
    assertThat(registration.instance()).isWaitingAt("awaitCorrection");
  }

  @Test
  void inconclusiveFindingIsClarifiedAgain() {
    registration.activating();
    registration.outside("activateMandate", "UNKNOWN");
    registration.found("UNKNOWN");
    assertThat(registration.instance()).isWaitingAt("clarifyOutcome");
  }
}
