package vn.dvc.pay.payment.account;

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
import vn.dvc.pay.payment.settlement.SettleDossiersSteps;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.testing.ModelEngine;

/** Every path through account-payment.bpmn, one test per path. */
@Deployment(
    resources = {
      "processes/account-payment.bpmn",
      "processes/settle-dossiers.bpmn",
      "processes/clarify-outcome.bpmn"
    })
class AccountPaymentProcessTest {
  @RegisterExtension
  static final ProcessEngineExtension ENGINE = ModelEngine.running("account-payment");

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.of("account-payment", ENGINE);

  private final AccountPaymentSteps steps = mock(AccountPaymentSteps.class);
  private final SettleDossiersSteps settle = mock(SettleDossiersSteps.class);
  private final ClarifyOutcomeSteps clarify = mock(ClarifyOutcomeSteps.class);
  private ProcessEngine engine;
  private ProcessInstance payment;

  @BeforeEach
  void scriptTheSteps() {
    engine = ModelEngine.of(ENGINE);
    var later = Instant.now().plusSeconds(3600).toString();
    when(steps.prepareDebit("P1")).thenReturn("PREPARED");
    when(steps.nextTryAt("P1")).thenReturn(later);
    when(steps.approvalEnds("P1")).thenReturn(later);
    when(steps.attemptRef("P1")).thenReturn("an-attempt");
    when(steps.finishUnpaid("P1")).thenReturn("DECLINED");
    when(clarify.nextInquiryAt(anyString())).thenReturn(later);
    when(clarify.prepareInquiry(anyString())).thenReturn("CERTAIN");
    Mocks.register("accountPayment", steps);
    Mocks.register("settleDossiers", settle);
    Mocks.register("clarifyOutcome", clarify);
  }

  @AfterEach
  void forget() {
    Mocks.reset();
  }

  @Test
  void debitedAccountIsPaid() {
    bank("DEBITED");
    paid();
  }

  @Test
  void debitGoesToTheAccountsBank() {
    assertThat(payment()).externalTask("debitAccount").hasTopicName("bank.970415");
  }

  @Test
  void declinedDebitEndsDeclined() {
    bank("ENDED");
    ended("declined");
  }

  @Test
  void mandateThatIsNoLongerInForceIsNotDebited() {
    when(steps.prepareDebit("P1")).thenReturn("ENDED");
    payment();
    ended("declined");
  }

  @Test
  void paymentOfTwoPersonsIsDebitedOnceTheSecondHasApprovedIt() {
    waitsForApproval();
    assertThat(payment()).hasNotPassed("debitAccount");
    when(steps.prepareDebit("P1")).thenReturn("PREPARED");
    ModelEngine.message(engine, payment(), "approved");
    bank("DEBITED");
    paid();
  }

  @Test
  void paymentThatTheSecondPersonRefusesEndsAtOnce() {
    when(steps.finishUnpaid("P1")).thenReturn("CANCELLED");
    waitsForApproval();
    ModelEngine.message(engine, payment(), "approvalRefused");
    ended("cancelled");
  }

  @Test
  void paymentThatItsMakerTakesBackEndsAtOnce() {
    when(steps.finishUnpaid("P1")).thenReturn("CANCELLED");
    waitsForApproval();
    ModelEngine.message(engine, payment(), "cancelRequested");
    ended("cancelled");
  }

  @Test
  void paymentThatNobodyApprovesInTimeExpires() {
    when(steps.finishUnpaid("P1")).thenReturn("EXPIRED");
    waitsForApproval();
    when(steps.prepareDebit("P1")).thenReturn("ENDED");
    ModelEngine.timerFires(engine, "approvalOver");
    ended("expired");
  }

  @Test
  void debitThatCertainlyWasNotSentIsPreparedAgainAfterAPause() {
    bank("NOT_SENT");
    assertThat(payment()).isWaitingAt("awaitNextTry");
    ModelEngine.timerFires(engine, "nextTryDue");
    bank("DEBITED");
    paid();
    verify(steps, times(2)).prepareDebit("P1");
  }

  @Test
  void cancelBetweenTwoTriesEndsAtOnce() {
    when(steps.finishUnpaid("P1")).thenReturn("CANCELLED");
    bank("NOT_SENT");
    ModelEngine.message(engine, payment(), "cancelRequested");
    ended("cancelled");
  }

  @Test
  void windowThatEndsBetweenTwoTriesExpiresThePayment() {
    when(steps.finishUnpaid("P1")).thenReturn("EXPIRED");
    bank("NOT_SENT");
    when(steps.prepareDebit("P1")).thenReturn("ENDED");
    ModelEngine.timerFires(engine, "nextTryDue");
    ended("expired");
  }

  @Test
  void anyVerdictThatTheModelDoesNotKnowIsClarified() {
    bank("NONSENSE");
    assertThat(payment()).isWaitingAt("clarifyOutcome");
    verify(clarify).beginClarifying("an-attempt");
  }

  @Test
  void unknownDebitIsClarifiedAndPaidWhenDebited() {
    bank("UNKNOWN");
    found("DEBITED");
    paid();
  }

  @Test
  void debitThatTheBankNeverReceivedIsTriedAgain() {
    bank("UNKNOWN");
    found("NOT_SENT");
    assertThat(payment()).isWaitingAt("awaitNextTry");
  }

  @Test
  void debitFoundDeclinedEndsDeclined() {
    bank("UNKNOWN");
    found("ENDED");
    ended("declined");
  }

  @Test
  void findingThatLeavesDoubtIsClarifiedAgain() {
    bank("UNKNOWN");
    found("UNKNOWN");
    found("DEBITED");
    paid();
  }

  private ProcessInstance payment() {
    if (payment == null) {
      payment =
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "account-payment", "P1", Map.of("paymentId", "P1", "bank", "970415"));
    }
    return payment;
  }

  private void waitsForApproval() {
    when(steps.prepareDebit("P1")).thenReturn("NEEDS_APPROVAL");
    assertThat(payment()).isWaitingAt("awaitApproval");
  }

  private void bank(String verdict) {
    payment();
    ModelEngine.outsideAnswers(engine, "debitAccount", verdict);
  }

  /** Ends the clarification at its first inquiry, with this verdict for the payment. */
  private void found(String verdict) {
    assertThat(payment()).isWaitingAt("clarifyOutcome");
    when(steps.resumeFromFinding("P1")).thenReturn(verdict);
    ModelEngine.timerFires(engine, "inquiryDue");
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
