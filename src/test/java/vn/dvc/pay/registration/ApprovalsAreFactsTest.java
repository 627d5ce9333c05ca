package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.RegistrationId;

/**
 * Moving tokens or starting processes decides nothing: a step that needs a person's decision first
 * checks it in our own tables (M6).
 */
class ApprovalsAreFactsTest extends RegistrationFixture {
  @Autowired ProcessEngine engine;

  @Test
  void tokenMovedToThePreparationActivatesNothing() {
    var payer = organisation();
    var account = accountOf(payer);
    var id = underReview(payer, account);

    assertThatThrownBy(() -> move(id, "approve", "prepareMandate"))
        .hasStackTraceContaining("not approved");
    nothingWasActivated(id, account);
  }

  @Test
  void tokenMovedPastThePreparationActivatesNothing() {
    var payer = organisation();
    var account = accountOf(payer);
    var id = underReview(payer, account);

    move(id, "approve", "activateMandate");
    await().atMost(Duration.ofSeconds(90)).until(() -> failuresOf(id) > 0);
    nothingWasActivated(id, account);
  }

  @Test
  void oneApprovalOfTwoActivatesNothing() {
    var payer = organisation();
    var account = accountOf(payer);
    var id = underReview(payer, account);
    decides(id, "approve", "officer-1", "APPROVED", null);

    assertThatThrownBy(() -> move(id, "approveSecond", "prepareMandate"))
        .hasStackTraceContaining("not approved");
    nothingWasActivated(id, account);
    decides(id, "approveSecond", "officer-2", "APPROVED", null);
    reaches(id, REGISTERED);
  }

  @Test
  void approvalOfAnEarlierVersionActivatesNothing() {
    var payer = individual();
    var account = accountOf(payer);
    var id = underReview(payer, account);
    bank.says(
        account,
        Operation.MANDATE,
        new vn.dvc.pay.bank.BankAnswer.Declined(
            "account-closed",
            vn.dvc.pay.bank.TransactionState.DECLINED,
            java.util.Optional.empty()));
    decides(id, "approve", "officer-1", "APPROVED", null);
    reaches(id, RegistrationStatus.ACCOUNT_REFUSED);
    var other = accountOf(payer);
    registrations.resubmit(id, application(other, payer.name()));
    reaches(id, AWAITING_FORM);
    decides(id, "receiveForm", "teller-1", "RECEIVED", null);

    assertThatThrownBy(() -> move(id, "approve", "prepareMandate"))
        .hasStackTraceContaining("not approved");
    nothingWasActivated(id, other);
  }

  @Test
  void administratorIsNoOfficerByMovingTheToken() {
    var payer = individual();
    var account = accountOf(payer);
    var id = underReview(payer, account);
    var registration = now(id);

    assertThatThrownBy(
            () ->
                as(
                    "admin",
                    () ->
                        engine
                            .getRuntimeService()
                            .createProcessInstanceModification(instance(id))
                            .cancelAllForActivity("approve")
                            .startBeforeActivity("recordDecision")
                            .setVariable("decision", "APPROVED")
                            .setVariable("version", String.valueOf(registration.version()))
                            .setVariable("sha256", registration.formSha256())
                            .setVariable("reason", null)
                            .execute()))
        .hasStackTraceContaining("Bạn không có quyền làm việc này.");
    nothingWasActivated(id, account);
  }

  @Test
  void administratorIsNoTellerByMovingTheToken() {
    var payer = individual();
    var id = awaitingForm(payer, accountOf(payer));
    var registration = now(id);

    assertThatThrownBy(
            () ->
                as(
                    "admin",
                    () ->
                        engine
                            .getRuntimeService()
                            .createProcessInstanceModification(instance(id))
                            .cancelAllForActivity("receiveForm")
                            .startBeforeActivity("recordReceipt")
                            .setVariable("decision", "RECEIVED")
                            .setVariable("version", String.valueOf(registration.version()))
                            .setVariable("sha256", registration.formSha256())
                            .setVariable("reason", null)
                            .execute()))
        .hasStackTraceContaining("Bạn không có quyền làm việc này.");
    assertThat(now(id).status()).isEqualTo(AWAITING_FORM);
  }

  @Test
  void mandateInForceIsEndedByNoProcessThatSomebodyStarted() {
    var payer = individual();
    var account = accountOf(payer);
    var id = registered(payer, account);

    assertThatThrownBy(
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                        "end-mandate",
                        id.text(),
                        Map.of("registrationId", id.text(), "bank", "970415")))
        .hasStackTraceContaining("Nobody ended registration");
    assertThat(bank.asked(account, Operation.END_MANDATE)).isZero();
    assertThat(registrations.isInForce(id)).isTrue();
  }

  private void nothingWasActivated(RegistrationId id, String account) {
    assertThat(bank.asked(account, Operation.MANDATE)).isZero();
    assertThat(now(id).status()).isEqualTo(UNDER_REVIEW);
    assertThat(registrations.mandateOf(now(id).payer().id())).isEmpty();
  }

  private void move(RegistrationId id, String from, String to) {
    engine
        .getRuntimeService()
        .createProcessInstanceModification(instance(id))
        .cancelAllForActivity(from)
        .startBeforeActivity(to)
        .execute();
  }

  private void as(String user, Runnable work) {
    engine.getIdentityService().setAuthentication(user, List.of("camunda-admin"));
    try {
      work.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private String instance(RegistrationId id) {
    return jdbc.sql("select process_instance from registration where id = ?")
        .param(id.text())
        .query(String.class)
        .single();
  }

  private long failuresOf(RegistrationId id) {
    return jdbc.sql(
            "select count(*) from act_ru_ext_task where proc_inst_id_ = ? and error_msg_ is not"
                + " null")
        .param(instance(id))
        .query(Long.class)
        .single();
  }
}
