package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
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
class AnswersOfTheirVersionTest extends RegistrationFixture {
  @Autowired BusinessRegistrationSteps steps;
  @Autowired TransactionTemplate transaction;

  @Test
  void ownerOfTheOldAccountDoesNotVouchForTheNewOne() {
    var payer = individual();
    var old = accountOf(payer);
    bank.owns(old, "NGUYEN VAN AN", payer.id());
    var id = started(payer, old).id();
    reaches(id, ACCOUNT_REFUSED);
    var frozen = steps.enquireAccount(id.text());

    var fresh = accountOf(payer);
    bank.owns(fresh, "TRAN THI B", "049000000001");
    try (var held = bank.holds(fresh, Operation.ENQUIRY)) {
      registrations.resubmit(id, application(fresh, "Nguyễn Văn An"));
      held.isReached();
      transaction.executeWithoutResult(status -> frozen.record());

      assertThat(now(id).status()).isEqualTo(CHECKING_ACCOUNT);
      assertThat(now(id).holderAtBank()).isNull();
    }
    reaches(id, ACCOUNT_REFUSED);
    assertThat(now(id).reason()).isEqualTo("account-owner-differs");
  }

  @Test
  void formOfTheOldVersionIsNotTheNewOnes() {
    var payer = individual();
    var id = awaitingForm(payer, accountOf(payer));
    var first = now(id).formSha256();
    var frozen = steps.renderForm(id.text());
    decides(id, "receiveForm", "teller-1", "RETURNED", "Thiếu dấu");
    assertThat(now(id).status()).isEqualTo(RETURNED);

    var fresh = accountOf(payer);
    try (var held = bank.holds(fresh, Operation.ENQUIRY)) {
      registrations.resubmit(id, application(fresh, payer.name()));
      held.isReached();
      transaction.executeWithoutResult(status -> frozen.record());

      assertThat(now(id).status()).isEqualTo(CHECKING_ACCOUNT);
      assertThat(now(id).formSha256()).isNull();
    }
    reaches(id, AWAITING_FORM);
    assertThat(now(id).formSha256()).isNotEqualTo(first);
  }
}
