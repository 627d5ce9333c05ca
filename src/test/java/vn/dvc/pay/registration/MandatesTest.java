package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationFixture.refused;
import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.time.DatabaseTime;

/** A mandate from its activation to its end, and which account may be debited meanwhile. */
@RegistrationTest
class MandatesTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired ScriptedAccounts bank;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

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
  void terminatedMandateIsNoLongerInForceAndIsEndedAtTheBank() {
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
}
