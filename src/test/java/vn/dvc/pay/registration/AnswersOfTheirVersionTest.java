package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.RETURNED;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.registration.process.BusinessRegistrationSteps;

/**
 * A frozen worker wakes with the answer for an earlier version: the answer is stored with its call
 * and does not affect the newer version (R12).
 */
@RegistrationTest
class AnswersOfTheirVersionTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired BusinessRegistrationSteps steps;
  @Autowired TransactionTemplate transaction;

  @Test
  void answerAboutTheOldAccountDoesNotApplyToTheNewOne() {
    var payer = fixture.individual();
    var old = fixture.accountOf(payer);
    bank.owns(old, "NGUYEN VAN AN", payer.id());
    var id = fixture.started(payer, old).id();
    fixture.reaches(id, ACCOUNT_REFUSED);
    var frozen = steps.enquireAccount(id.text());

    var fresh = fixture.accountOf(payer);
    bank.owns(fresh, "TRAN THI B", "049000000001");
    try (var held = bank.holds(fresh, Operation.ENQUIRY)) {
      registrations.resubmit(id, application(fresh, "Nguyễn Văn An"));
      held.isAsked();
      transaction.executeWithoutResult(status -> frozen.record());

      assertThat(fixture.now(id).status()).isEqualTo(CHECKING_ACCOUNT);
      assertThat(fixture.now(id).holderAtBank()).isNull();
    }
    fixture.reaches(id, ACCOUNT_REFUSED);
    assertThat(fixture.now(id).reason()).isEqualTo("account-owner-differs");
  }

  @Test
  void formOfTheOldVersionIsNotUsedForTheNewOne() {
    var payer = fixture.individual();
    var id = fixture.awaitingForm(payer, fixture.accountOf(payer));
    var first = fixture.now(id).formSha256();
    var frozen = steps.renderForm(id.text());
    fixture.decides(id, "receiveForm", "teller-1", "RETURNED", "Thiếu dấu");
    assertThat(fixture.now(id).status()).isEqualTo(RETURNED);

    var fresh = fixture.accountOf(payer);
    try (var held = bank.holds(fresh, Operation.ENQUIRY)) {
      registrations.resubmit(id, application(fresh, payer.name()));
      held.isAsked();
      transaction.executeWithoutResult(status -> frozen.record());

      assertThat(fixture.now(id).status()).isEqualTo(CHECKING_ACCOUNT);
      assertThat(fixture.now(id).formSha256()).isNull();
    }
    fixture.reaches(id, AWAITING_FORM);
    assertThat(fixture.now(id).formSha256()).isNotEqualTo(first);
  }
}
