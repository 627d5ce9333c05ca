package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** A request that a bank does not carry out is never repeated for ever without a case (M8). */
@RegistrationTest
class MandateRetriesTest {
  private static final Declined NO =
      new Declined("bank-declined", TransactionState.AUTHORISED, Optional.empty());

  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired HumanTasks tasks;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired Cases cases;
  @Autowired ProcessEngine engine;

  private int asked;

  @Test
  void refusalToEndAMandateIsACaseInWhichTwoPersonsMayConfirmTheEnd() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.registered(payer, account);
    bank.says(account, Operation.END_MANDATE, NO);
    registrations.terminate(id);

    askedUntilACaseIsOpen("mandate-not-ended", id, account, Operation.END_MANDATE);
    decide("mandate-not-ended", id, "ENDED_OTHERWISE");
    isOver("end-mandate", id);
    assertThat(bank.asked(account, Operation.END_MANDATE)).isEqualTo(asked);
  }

  @Test
  void bankThatEndsTheMandateAfterAllClosesTheCase() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.registered(payer, account);
    bank.says(account, Operation.END_MANDATE, new NotSent("connect-refused"));
    registrations.terminate(id);

    askedUntilACaseIsOpen("mandate-not-ended", id, account, Operation.END_MANDATE);
    bank.says(
        account,
        Operation.END_MANDATE,
        new Approved(TransactionState.VOIDED, null, null, null, null, null));
    isOver("end-mandate", id);
    assertThat(cases.isOpen("mandate-not-ended", id.text())).isFalse();
  }

  @Test
  void approvedRegistrationThatTheBankCannotTakeIsReturnedByTwoPersons() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.says(account, Operation.MANDATE, new NotSent("connect-refused"));
    var id = fixture.underReview(payer, account);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);

    askedUntilACaseIsOpen("mandate-not-activated", id, account, Operation.MANDATE);
    assertThat(fixture.now(id).status()).isEqualTo(ACTIVATING);
    decide("mandate-not-activated", id, "GIVE_BACK");
    travelOn();
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("bank-unavailable");
    assertThat(bank.asked(account, Operation.MANDATE)).isEqualTo(asked);

    var fresh = fixture.accountOf(payer);
    registrations.resubmit(id, application(fresh, payer.name()));
    fixture.reaches(id, RegistrationStatus.AWAITING_FORM);
    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    fixture.reaches(id, REGISTERED);
  }

  @Test
  void requestsThatReachTheBankTooLateAreCountedTogether() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.says(
        account,
        Operation.MANDATE,
        new Declined("request-expired", TransactionState.DECLINED, Optional.empty()));
    var id = fixture.underReview(payer, account);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);

    askedUntilACaseIsOpen("mandate-not-activated", id, account, Operation.MANDATE);
  }

  /** Tries at growing pauses; a case must be open after a dozen. */
  private void askedUntilACaseIsOpen(
      String kind, RegistrationId id, String account, Operation operation) {
    for (asked = 1; ; asked++) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> bank.asked(account, operation) >= asked && isRecorded(id));
      if (cases.isOpen(kind, id.text())) {
        return;
      }
      assertThat(asked).isLessThan(12);
      travelOn();
    }
  }

  private void travelOn() {
    time.travel(Duration.ofHours(2L * asked));
  }

  /** Whether the process waits for its next try. */
  private boolean isRecorded(RegistrationId id) {
    return engine.getManagementService().createJobQuery().timers().list().stream()
            .filter(job -> instances(id).contains(job.getProcessInstanceId()))
            .count()
        > 0;
  }

  private java.util.List<String> instances(RegistrationId id) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(id.text())
        .list()
        .stream()
        .map(instance -> instance.getId())
        .toList();
  }

  private void isOver(String process, RegistrationId id) {
    travelOn();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(id.text())
                        .count()
                    == 0);
  }

  private void decide(String kind, RegistrationId id, String decision) {
    var file =
        jdbc.sql("select id from case_file where open_key = ?")
            .param(kind + ":" + id.text())
            .query(String.class)
            .single();
    tasks.complete(
        tasks.openOf(file).get(0).id(),
        "operator-1",
        Map.of("decision", decision, "reason", "Ngân hàng xác nhận bằng văn bản"));
    tasks.complete(
        tasks.openOf(file).get(0).id(),
        "operator-2",
        Map.of("agreed", "AGREED", "reason", "Đã xem văn bản"));
  }
}
