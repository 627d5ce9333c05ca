package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
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
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;

/** Registrations through the whole application, in one process. */
class RegistrationsTest extends RegistrationFixture {
  @Autowired Audit audit;
  @Autowired ProcessEngine engine;

  @Test
  void organisationIsRegisteredByTwoOfficersAndTheBank() {
    var payer = organisation();
    var account = accountOf(payer);
    var id = awaitingForm(payer, account);
    var form = registrations.form(id);
    assertThat(now(id).formSha256()).isEqualTo(form.sha256());
    assertThat(registrations.form(id).pdf()).isEqualTo(form.pdf());
    assertThat(now(id).handInBy()).isAfter(time.now().plus(Duration.ofDays(29)));

    decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    decides(id, "approve", "officer-1", "APPROVED", null);
    refused(
        "second-person-needed", () -> decides(id, "approveSecond", "officer-1", "APPROVED", null));
    assertThat(registrations.mandateOf(payer.id())).isEmpty();
    decides(id, "approveSecond", "officer-2", "APPROVED", null);
    reaches(id, REGISTERED);

    var mandate = registrations.mandateOf(payer.id()).orElseThrow();
    assertThat(mandate.account()).isEqualTo(new AccountNumber("970415", account));
    assertThat(mandate.reference()).startsWith("M-");
    assertThat(registrations.isInForce(id)).isTrue();
    assertThat(now(id).history())
        .extracting(Registration.StatusChange::status)
        .containsExactly(CHECKING_ACCOUNT, AWAITING_FORM, UNDER_REVIEW, ACTIVATING, REGISTERED);
    assertThat(eventsOf(id, "registration.changed", "registered")).isEqualTo(1);
    assertThat(audit.about(id.text()))
        .extracting(Audit.Entry::actor, Audit.Entry::action)
        .containsExactly(
            tuple("teller-1", "registration-received"),
            tuple("officer-1", "registration-approved"),
            tuple("officer-2", "registration-approved-second"));
  }

  @Test
  void individualNeedsOneOfficer() {
    var payer = individual();
    var id = registered(payer, accountOf(payer));
    assertThat(registrations.mandateOf(payer.id())).isPresent();
    assertThat(now(id).application().representative()).isNull();
  }

  @Test
  void whatIsWrittenWrongIsRefusedByItsCode() {
    var payer = organisation();
    var good = application(accountOf(payer), payer.name());
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
    var payer = organisation();
    var good = application(accountOf(payer), payer.name());
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
    var payer = individual();
    var account = accountOf(payer);
    var id = underReview(payer, account);
    refused("registration-open", () -> started(payer, account));
    decides(id, "approve", "officer-1", "APPROVED", null);
    reaches(id, REGISTERED);
    refused("registration-in-force", () -> started(payer, account));
  }

  @Test
  void accountOfSomebodyElseIsRefused() {
    var payer = organisation();
    var account = accountOf(payer);
    bank.owns(account, payer.name(), "0100112437");
    var id = started(payer, account).id();
    reaches(id, ACCOUNT_REFUSED);
    assertThat(now(id).reason()).isEqualTo("account-owner-differs");
    assertThat(now(id).nameDiffers()).isFalse();
    assertThat(now(id).holderAtBank()).isNull();
    refused("name-not-in-question", () -> registrations.confirmName(id));
    refused("form-not-ready", () -> registrations.form(id));
  }

  @Test
  void accountThatTheBankDoesNotKnowIsCorrectedInTheNextVersion() {
    var payer = individual();
    var id = started(payer, "19" + digits(10)).id();
    reaches(id, ACCOUNT_REFUSED);
    assertThat(now(id).reason()).isEqualTo("account-not-found");

    registrations.resubmit(id, application(accountOf(payer), payer.name()));
    reaches(id, AWAITING_FORM);
    assertThat(now(id).version()).isEqualTo(2);
    refused("resubmit-not-awaited", () -> registrations.resubmit(id, now(id).application()));
  }

  @Test
  void nameSpeltOtherwiseIsConfirmedAndTheOfficerSeesBoth() {
    var payer = individual();
    var account = accountOf(payer);
    bank.owns(account, "NGUYEN VAN AN", payer.id());
    var id = started(payer, account).id();
    reaches(id, ACCOUNT_REFUSED);
    assertThat(now(id).reason()).isEqualTo("account-name-differs");
    assertThat(now(id).nameDiffers()).isTrue();
    assertThat(now(id).holderAtBank()).isEqualTo("NGUYEN VAN AN");

    registrations.confirmName(id);
    reaches(id, AWAITING_FORM);
    assertThat(now(id).nameDiffers()).isFalse();
    decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    var shown = engine.getTaskService().getVariables(task(id).id());
    assertThat(shown)
        .containsEntry("holder", "Nguyễn Văn A")
        .containsEntry("holderAtBank", "NGUYEN VAN AN")
        .containsEntry("version", "1")
        .containsEntry("sha256", now(id).formSha256());
    assertThat((String) shown.get("facts")).contains(payer.id(), account, "KHÁC", "teller-1");
  }

  @Test
  void bankThatNeverAnswersIsAskedFourTimesAndThenThePayerIsTold() {
    var payer = individual();
    var account = accountOf(payer);
    bank.says(account, Operation.ENQUIRY, new BankAnswer.Unknown("silence"));
    var id = started(payer, account).id();
    for (var asked = 1; asked <= 3; asked++) {
      var times = asked;
      await().atMost(Duration.ofSeconds(90)).until(() -> triesOf(id) >= times);
      time.travel(Duration.ofMinutes(10L * asked));
    }
    reaches(id, ACCOUNT_REFUSED);
    assertThat(now(id).reason()).isEqualTo("bank-unavailable");
    assertThat(bank.asked(account, Operation.ENQUIRY)).isEqualTo(4);
  }

  @Test
  void withdrawalDuringTheEnquiryStands() {
    var payer = individual();
    var account = accountOf(payer);
    bank.says(account, Operation.ENQUIRY, new BankAnswer.Unknown("silence"));
    var id = started(payer, account).id();
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
    assertThat(now(id).status()).isEqualTo(WITHDRAWN);
  }

  @Test
  void unknownMandateIsClarifiedAndCannotBeWithdrawnMeanwhile() {
    var payer = individual();
    var account = accountOf(payer);
    bank.says(account, Operation.MANDATE, new BankAnswer.Unknown("silence"));
    var id = underReview(payer, account);
    decides(id, "approve", "officer-1", "APPROVED", null);
    await().atMost(Duration.ofSeconds(90)).until(() -> bank.asked(account, Operation.MANDATE) > 0);
    assertThat(now(id).status()).isEqualTo(ACTIVATING);
    refused("already-activating", () -> registrations.withdraw(id));
    assertThat(registrations.mandateOf(payer.id())).isEmpty();

    bank.says(account, Operation.INQUIRY, ScriptedBank.found(TransactionState.AUTHORISED));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jdbc.sql("select count(*) from clarification").query(Long.class).single() > 0);
    time.travel(Duration.ofMinutes(5));
    reaches(id, REGISTERED);
    assertThat(bank.asked(account, Operation.MANDATE)).isEqualTo(1);
    assertThat(registrations.mandateOf(payer.id()).orElseThrow().reference()).isEqualTo("M-found");
  }

  @Test
  void mandateThatTheBankDeclinesGoesBackToThePayer() {
    var payer = individual();
    var account = accountOf(payer);
    bank.says(
        account,
        Operation.MANDATE,
        new BankAnswer.Declined("account-closed", TransactionState.DECLINED, Optional.empty()));
    var id = underReview(payer, account);
    decides(id, "approve", "officer-1", "APPROVED", null);
    reaches(id, ACCOUNT_REFUSED);
    assertThat(now(id).reason()).isEqualTo("account-closed");
    registrations.resubmit(id, application(accountOf(payer), payer.name()));
    reaches(id, AWAITING_FORM);
  }

  @Test
  void suspendedMandateDoesNotPayUntilItIsResumed() {
    var payer = individual();
    var id = registered(payer, accountOf(payer));
    registrations.suspend(id);
    assertThat(now(id).status()).isEqualTo(SUSPENDED);
    assertThat(registrations.mandateOf(payer.id())).isEmpty();
    assertThat(registrations.isInForce(id)).isFalse();
    refused("registration-not-active", () -> registrations.suspend(id));
    registrations.resume(id);
    assertThat(registrations.mandateOf(payer.id())).isPresent();
    refused("registration-not-suspended", () -> registrations.resume(id));
  }

  @Test
  void terminatedMandateIsOutOfForceAtOnceAndEndedAtTheBank() {
    var payer = individual();
    var account = accountOf(payer);
    var id = registered(payer, account);
    registrations.terminate(id);
    assertThat(now(id).status()).isEqualTo(TERMINATED);
    assertThat(registrations.mandateOf(payer.id())).isEmpty();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> bank.asked(account, Operation.END_MANDATE) == 1);
    refused("registration-not-active", () -> registrations.terminate(id));
  }

  @Test
  void changeOfAccountLeavesTheOldOnePayingUntilTheNewOneIsInForce() {
    var payer = organisation();
    var old = accountOf(payer);
    var first = registered(payer, old);
    var fresh = accountOf(payer);
    var second = registrations.changeAccount(first, application(fresh, payer.name())).id();
    assertThat(now(second).replaces()).isEqualTo(first);
    reaches(second, AWAITING_FORM);
    assertThat(registrations.mandateOf(payer.id()).orElseThrow().registration()).isEqualTo(first);

    decides(second, "receiveForm", "teller-1", "RECEIVED", null);
    decides(second, "approve", "officer-2", "APPROVED", null);
    decides(second, "approveSecond", "officer-1", "APPROVED", null);
    reaches(second, REGISTERED);
    assertThat(now(first).status()).isEqualTo(TERMINATED);
    assertThat(now(first).reason()).isEqualTo("account-replaced");
    assertThat(registrations.mandateOf(payer.id()).orElseThrow().registration()).isEqualTo(second);
    await().atMost(Duration.ofSeconds(90)).until(() -> bank.asked(old, Operation.END_MANDATE) == 1);
  }

  @Test
  void formNotHandedInIsRemindedOfAndExpires() {
    var payer = individual();
    var id = awaitingForm(payer, accountOf(payer));
    time.travel(Duration.ofDays(21));
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> eventsOf(id, "registration.reminder", "handInBy") == 1);
    assertThat(now(id).status()).isEqualTo(AWAITING_FORM);
    time.travel(Duration.ofDays(31));
    reaches(id, EXPIRED);
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
