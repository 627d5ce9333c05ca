package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationFixture.digits;
import static vn.dvc.pay.registration.RegistrationFixture.refused;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.EXPIRED;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;

/** Registrations through the whole application, in one process. */
@RegistrationTest
class RegistrationsTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired HumanTasks tasks;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired Profiles profiles;
  @Autowired Audit audit;
  @Autowired ProcessEngine engine;

  @Test
  void organisationIsRegisteredByTwoOfficersAndTheBank() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    var id = fixture.awaitingForm(payer, account);
    var form = registrations.form(id);
    assertThat(fixture.now(id).formSha256()).isEqualTo(form.sha256());
    assertThat(registrations.form(id).pdf()).isEqualTo(form.pdf());
    assertThat(fixture.now(id).handInBy()).isAfter(time.now().plus(Duration.ofDays(29)));

    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    refused(
        "second-person-needed",
        () -> fixture.decides(id, "approveSecond", "officer-1", "APPROVED", null));
    assertThat(registrations.mandateOf(payer.id())).isEmpty();
    fixture.decides(id, "approveSecond", "officer-2", "APPROVED", null);
    fixture.reaches(id, REGISTERED);

    var mandate = registrations.mandateOf(payer.id()).orElseThrow();
    assertThat(mandate.account()).isEqualTo(new AccountNumber("970415", account));
    assertThat(mandate.reference()).startsWith("M-");
    assertThat(registrations.isInForce(id)).isTrue();
    assertThat(fixture.now(id).history())
        .extracting(Registration.StatusChange::status)
        .containsExactly(CHECKING_ACCOUNT, AWAITING_FORM, UNDER_REVIEW, ACTIVATING, REGISTERED);
    assertThat(fixture.eventsOf(id, "registration.changed", "registered")).isEqualTo(1);
    assertThat(audit.about(id.text()))
        .extracting(Audit.Entry::actor, Audit.Entry::action)
        .containsExactly(
            tuple("teller-1", "registration-received"),
            tuple("officer-1", "registration-approved"),
            tuple("officer-2", "registration-approved-second"));
  }

  @Test
  void individualNeedsOneOfficer() {
    var payer = fixture.individual();
    var id = fixture.registered(payer, fixture.accountOf(payer));
    assertThat(registrations.mandateOf(payer.id())).isPresent();
    assertThat(fixture.now(id).application().representative()).isNull();
  }

  @Test
  void whatIsWrittenWrongIsRefusedByItsCode() {
    var payer = fixture.organisation();
    var good = application(fixture.accountOf(payer), payer.name());
    refused("bank-unknown", () -> registrations.start(payer, at("999999", good)));
    refused("account-holder-invalid", () -> registrations.start(payer, held("12", good)));
    refused(
        "account-holder-invalid", () -> registrations.start(payer, held("x".repeat(201), good)));
    refused("account-holder-invalid", () -> registrations.start(payer, held("A<script>B", good)));
    refused("email-invalid", () -> registrations.start(payer, reached("no@where", null, good)));
    refused("phone-invalid", () -> registrations.start(payer, reached(null, "phone", good)));
    refused("branch-invalid", () -> registrations.start(payer, in(" ", good)));
    var wrongDigit = payer.id().substring(0, 9) + (payer.id().charAt(9) == '9' ? '8' : '9');
    refused(
        "tax-code-invalid",
        () -> registrations.start(new Payer(payer.kind(), wrongDigit, payer.name()), good));
    refused(
        "payer-id-invalid",
        () -> registrations.start(new Payer(Payer.Kind.INDIVIDUAL, "12345", "Nguyễn Văn A"), good));
    assertThat(registrations.ofPayer(payer.id())).isEmpty();
  }

  @Test
  void accountNumberWithBadCharactersIsNoAccountNumber() {
    assertThatThrownBy(() -> new AccountNumber("970415", "12-34 56"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void identityOtherThanTheProfilesIsRefused() {
    var payer = fixture.organisation();
    var good = application(fixture.accountOf(payer), payer.name());
    refused(
        "profile-differs",
        () -> registrations.start(new Payer(payer.kind(), payer.id(), "Công ty khác"), good));
    var signing =
        new Application(
            good.account(),
            good.holder(),
            good.branch(),
            good.contact(),
            new Representative("Người Khác", "Giám đốc"));
    refused("profile-differs", () -> registrations.start(payer, signing));
    org.mockito.Mockito.when(profiles.of(payer.id())).thenReturn(Optional.empty());
    refused("profile-not-found", () -> registrations.start(payer, good));
  }

  @Test
  void payerHasOneOpenRegistrationAndOneInForce() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.underReview(payer, account);
    refused("registration-open", () -> fixture.started(payer, account));
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    fixture.reaches(id, REGISTERED);
    refused("registration-in-force", () -> fixture.started(payer, account));
  }

  @Test
  void accountOfSomebodyElseIsRefused() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    bank.owns(account, payer.name(), "0100112437");
    var id = fixture.started(payer, account).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("account-owner-differs");
    assertThat(fixture.now(id).nameDiffers()).isFalse();
    assertThat(fixture.now(id).holderAtBank()).isNull();
    refused("name-not-in-question", () -> registrations.confirmName(id));
    refused("form-not-ready", () -> registrations.form(id));
  }

  @Test
  void accountThatTheBankDoesNotKnowIsCorrectedInTheNextVersion() {
    var payer = fixture.individual();
    var id = fixture.started(payer, "19" + digits(10)).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("account-not-found");

    registrations.resubmit(id, application(fixture.accountOf(payer), payer.name()));
    fixture.reaches(id, AWAITING_FORM);
    assertThat(fixture.now(id).version()).isEqualTo(2);
    refused(
        "resubmit-not-awaited", () -> registrations.resubmit(id, fixture.now(id).application()));
  }

  @Test
  void nameSpeltOtherwiseIsConfirmedAndTheOfficerSeesBoth() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.owns(account, "NGUYEN VAN AN", payer.id());
    var id = fixture.started(payer, account).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("account-name-differs");
    assertThat(fixture.now(id).nameDiffers()).isTrue();
    assertThat(fixture.now(id).holderAtBank()).isEqualTo("NGUYEN VAN AN");

    registrations.confirmName(id);
    fixture.reaches(id, AWAITING_FORM);
    assertThat(fixture.now(id).nameDiffers()).isFalse();
    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    var shown = engine.getTaskService().getVariables(fixture.task(id).id());
    assertThat(shown)
        .containsEntry("holder", "Nguyễn Văn A")
        .containsEntry("holderAtBank", "NGUYEN VAN AN")
        .containsEntry("version", "1")
        .containsEntry("sha256", fixture.now(id).formSha256());
    assertThat((String) shown.get("facts")).contains(payer.id(), account, "KHÁC", "teller-1");
  }

  @Test
  void bankThatNeverAnswersIsAskedFourTimesAndThenThePayerIsTold() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.says(account, Operation.ENQUIRY, new BankAnswer.Unknown("silence"));
    var id = fixture.started(payer, account).id();
    for (var asked = 1; asked <= 3; asked++) {
      var times = asked;
      await().atMost(Duration.ofSeconds(90)).until(() -> triesOf(id) >= times);
      time.travel(Duration.ofMinutes(10L * asked));
    }
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("bank-unavailable");
    assertThat(bank.asked(account, Operation.ENQUIRY)).isEqualTo(4);
  }

  @Test
  void withdrawalDuringTheEnquiryStands() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.says(account, Operation.ENQUIRY, new BankAnswer.Unknown("silence"));
    var id = fixture.started(payer, account).id();
    registrations.withdraw(id);
    time.travel(Duration.ofHours(1));
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.text())
                        .count()
                    == 0);
    assertThat(fixture.now(id).status()).isEqualTo(WITHDRAWN);
  }

  @Test
  void unknownMandateIsClarifiedAndCannotBeWithdrawnMeanwhile() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.says(account, Operation.MANDATE, new BankAnswer.Unknown("silence"));
    var id = fixture.underReview(payer, account);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    await().atMost(Duration.ofSeconds(90)).until(() -> bank.asked(account, Operation.MANDATE) > 0);
    assertThat(fixture.now(id).status()).isEqualTo(ACTIVATING);
    refused("already-activating", () -> registrations.withdraw(id));
    assertThat(registrations.mandateOf(payer.id())).isEmpty();

    bank.says(
        account,
        Operation.INQUIRY,
        new BankAnswer.Approved(TransactionState.AUTHORISED, "M-found", null, null, null, null));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jdbc.sql("select count(*) from clarification").query(Long.class).single() > 0);
    time.travel(Duration.ofMinutes(5));
    fixture.reaches(id, REGISTERED);
    assertThat(bank.asked(account, Operation.MANDATE)).isEqualTo(1);
    assertThat(registrations.mandateOf(payer.id()).orElseThrow().reference()).isEqualTo("M-found");
  }

  @Test
  void mandateThatTheBankDeclinesGoesBackToThePayer() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.says(
        account,
        Operation.MANDATE,
        new BankAnswer.Declined("account-closed", TransactionState.DECLINED, Optional.empty()));
    var id = fixture.underReview(payer, account);
    fixture.decides(id, "approve", "officer-1", "APPROVED", null);
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("account-closed");
    registrations.resubmit(id, application(fixture.accountOf(payer), payer.name()));
    fixture.reaches(id, AWAITING_FORM);
  }

  @Test
  void suspendedMandateDoesNotPayUntilItIsResumed() {
    var payer = fixture.individual();
    var id = fixture.registered(payer, fixture.accountOf(payer));
    registrations.suspend(id);
    assertThat(fixture.now(id).status()).isEqualTo(SUSPENDED);
    assertThat(registrations.mandateOf(payer.id())).isEmpty();
    assertThat(registrations.isInForce(id)).isFalse();
    refused("registration-not-active", () -> registrations.suspend(id));
    registrations.resume(id);
    assertThat(registrations.mandateOf(payer.id())).isPresent();
    refused("registration-not-suspended", () -> registrations.resume(id));
  }

  @Test
  void terminatedMandateIsOutOfForceAtOnceAndEndedAtTheBank() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    var id = fixture.registered(payer, account);
    registrations.terminate(id);
    assertThat(fixture.now(id).status()).isEqualTo(TERMINATED);
    assertThat(registrations.mandateOf(payer.id())).isEmpty();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> bank.asked(account, Operation.END_MANDATE) == 1);
    refused("registration-not-active", () -> registrations.terminate(id));
  }

  @Test
  void changeOfAccountLeavesTheOldOnePayingUntilTheNewOneIsInForce() {
    var payer = fixture.organisation();
    var old = fixture.accountOf(payer);
    var first = fixture.registered(payer, old);
    var fresh = fixture.accountOf(payer);
    var second = registrations.changeAccount(first, application(fresh, payer.name())).id();
    assertThat(fixture.now(second).replaces()).isEqualTo(first);
    fixture.reaches(second, AWAITING_FORM);
    assertThat(registrations.mandateOf(payer.id()).orElseThrow().registration()).isEqualTo(first);

    fixture.decides(second, "receiveForm", "teller-1", "RECEIVED", null);
    fixture.decides(second, "approve", "officer-2", "APPROVED", null);
    fixture.decides(second, "approveSecond", "officer-1", "APPROVED", null);
    fixture.reaches(second, REGISTERED);
    assertThat(fixture.now(first).status()).isEqualTo(TERMINATED);
    assertThat(fixture.now(first).reason()).isEqualTo("account-replaced");
    assertThat(registrations.mandateOf(payer.id()).orElseThrow().registration()).isEqualTo(second);
    await().atMost(Duration.ofSeconds(90)).until(() -> bank.asked(old, Operation.END_MANDATE) == 1);
  }

  @Test
  void formNotHandedInIsRemindedOfAndExpires() {
    var payer = fixture.individual();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    time.travel(Duration.ofDays(21));
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> fixture.eventsOf(id, "registration.reminder", "handInBy") == 1);
    assertThat(fixture.now(id).status()).isEqualTo(AWAITING_FORM);
    time.travel(Duration.ofDays(31));
    fixture.reaches(id, EXPIRED);
    assertThat(tasks.openOf(id.text())).isEmpty();
  }

  private int triesOf(RegistrationId id) {
    return jdbc.sql("select enquiry_tries from registration where id = ?")
        .param(id.text())
        .query(Integer.class)
        .single();
  }

  private static Application at(String bin, Application other) {
    return new Application(
        new AccountNumber(bin, other.account().number()),
        other.holder(),
        other.branch(),
        other.contact(),
        null);
  }

  private static Application held(String holder, Application other) {
    return new Application(other.account(), holder, other.branch(), other.contact(), null);
  }

  private static Application in(String branch, Application other) {
    return new Application(other.account(), other.holder(), branch, other.contact(), null);
  }

  private static Application reached(String email, String phone, Application other) {
    return new Application(
        other.account(), other.holder(), other.branch(), new Contact(email, phone), null);
  }
}
