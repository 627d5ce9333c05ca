package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.documents.DocumentLanguage.ENGLISH;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationFixture.digits;
import static vn.dvc.pay.registration.RegistrationFixture.refused;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.documents.PdfReader;
import vn.dvc.pay.limits.LenientVelocity;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** What the bank says of an account before its form is printed. */
@RegistrationTest
class EnquiredAccountsTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;
  @Autowired LenientVelocity limits;

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

  /** Otherwise anybody could find out which accounts there are (X7). */
  @ParameterizedTest
  @ValueSource(strings = {"account-not-found", "account-closed", "account-blocked"})
  void accountThatIsNotThePayersIsRefusedInTheSameWordsWhateverIsWrongWithIt(String reason) {
    var payer = fixture.individual();
    var account = "19" + digits(10);
    bank.says(
        account,
        Operation.ENQUIRY,
        new BankAnswer.Declined(reason, TransactionState.NOT_FOUND, Optional.empty()));
    var id = fixture.started(payer, account).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("account-owner-differs");
  }

  @Test
  void onePayerMayTrySixAccountsADay() {
    limits.strict(true);
    try {
      var payer = fixture.individual();
      var id = fixture.started(payer, "19" + digits(10)).id();
      for (int i = 1; i < 6; i++) {
        fixture.reaches(id, ACCOUNT_REFUSED);
        registrations.resubmit(id, application("19" + digits(10), payer.name()));
      }
      fixture.reaches(id, ACCOUNT_REFUSED);
      refused(
          "too-many-tries",
          () -> registrations.resubmit(id, application(fixture.accountOf(payer), payer.name())));
      assertThat(fixture.now(id).version()).isEqualTo(6);
    } finally {
      limits.strict(false);
    }
  }

  @Test
  void accountUnknownToTheBankIsCorrectedInTheNextVersion() {
    var payer = fixture.individual();
    var id = fixture.started(payer, "19" + digits(10)).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason())
        .as("not told apart from somebody else's account")
        .isEqualTo("account-owner-differs");

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

  /** Corrections before the first form is printed made it "version 3" (P14). */
  @Test
  void theFirstPrintedFormIsVersionOneHoweverOftenTheApplicationWasCorrected() {
    var payer = fixture.individual();
    var account = fixture.accountOf(payer);
    bank.owns(account, "NGUYEN VAN AN", payer.id());
    var id = fixture.started(payer, account).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    registrations.resubmit(id, application(account, "NGUYEN VAN AN"));
    fixture.reaches(id, AWAITING_FORM);

    assertThat(fixture.now(id).version()).isEqualTo(2);
    assertThat(fixture.now(id).paper()).isOne();
    assertThat(new PdfReader(registrations.form(id).pdf()).text())
        .contains("Phiên bản 1 · Lập ngày");
    assertThat(new PdfReader(registrations.form(id, ENGLISH).pdf()).text())
        .contains("Version 1", "hand in the Vietnamese form");
    fixture.decides(id, "receiveForm", "teller-1", "RECEIVED", null);
    assertThat(engine.getTaskService().getVariables(fixture.task(id).id()))
        .containsEntry("version", "1");
    fixture.decides(id, "approve", "officer-1", "RETURNED", "Dấu mờ");
    registrations.resubmit(id, fixture.now(id).application());
    fixture.reaches(id, AWAITING_FORM);
    assertThat(fixture.now(id).paper()).isEqualTo(2);
    assertThat(new PdfReader(registrations.form(id).pdf()).text())
        .contains("Phiên bản 2 · Lập ngày");
  }

  @Test
  void bankThatNeverAnswersIsAskedFourTimesAndThenThePayerIsInformed() {
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

  private int triesOf(RegistrationId id) {
    return jdbc.sql("select enquiry_tries from registration where id = ?")
        .param(id.text())
        .query(Integer.class)
        .single();
  }
}
