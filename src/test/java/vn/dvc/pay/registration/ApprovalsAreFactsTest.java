package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.testing.Almighty;
import vn.dvc.pay.values.RegistrationId;

/**
 * Moving tokens or starting processes decides nothing: a step that needs a person's decision first
 * checks it in our own tables (M6).
 */
@RegistrationTest
class ApprovalsAreFactsTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;

  @Test
  void movingATokenToThePreparationActivatesNothing() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);

    assertThatThrownBy(() -> move(id, "approve", "prepareMandate"))
        .hasStackTraceContaining("not approved");
    nothingWasActivated(id, account);
  }

  @Test
  void movingATokenPastThePreparationActivatesNothing() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);

    move(id, "approve", "activateMandate");
    await().atMost(Duration.ofSeconds(90)).until(() -> failuresOf(id) > 0);
    nothingWasActivated(id, account);
  }

  @Test
  void oneApprovalOfTwoActivatesNothing() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);

    assertThatThrownBy(() -> move(id, "approveSecond", "prepareMandate"))
        .hasStackTraceContaining("not approved");
    nothingWasActivated(id, account);
    fixture.decides(id, "approveSecond", "officer-2", "APPROVED", null);
    fixture.reaches(id, REGISTERED);
  }

  @Test
  void approvalOfAnEarlierVersionActivatesNothing() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);
    bank.says(
        account,
        Operation.MANDATE,
        new vn.dvc.pay.bank.BankAnswer.Declined(
            "account-closed",
            vn.dvc.pay.bank.TransactionState.DECLINED,
            java.util.Optional.empty()));
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    fixture.reaches(id, RegistrationStatus.ACCOUNT_REFUSED);
    var other = fixture.accountOf(payer);
    registrations.resubmit(id, application(other, payer.name()));
    fixture.reaches(id, AWAITING_FORM);
    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);

    assertThatThrownBy(() -> move(id, "approve", "prepareMandate"))
        .hasStackTraceContaining("not approved");
    nothingWasActivated(id, other);
  }

  @Test
  void administratorDoesNotBecomeAnOfficerByMovingTheToken() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);
    var registration = fixture.now(id);

    assertThatThrownBy(
            () ->
                as(
                    Almighty.in(engine),
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
  void administratorDoesNotBecomeATellerByMovingTheToken() {
    var payer = fixture.individual();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    var registration = fixture.now(id);

    assertThatThrownBy(
            () ->
                as(
                    Almighty.in(engine),
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
    assertThat(fixture.now(id).status()).isEqualTo(AWAITING_FORM);
  }

  @Test
  void processStartedByHandEndsNoMandateInForce() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.registered(payer, account);

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
    assertThat(fixture.now(id).status()).isEqualTo(UNDER_REVIEW);
    assertThat(registrations.mandateOf(fixture.now(id).payer().id())).isEmpty();
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
    engine.getIdentityService().setAuthentication(user, List.of());
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
