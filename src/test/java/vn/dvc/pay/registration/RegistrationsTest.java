package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.registration.RegistrationFixture.refused;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.EXPIRED;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;

/** A registration from its start to the mandate, or to the end of its time. */
@RegistrationTest
class RegistrationsTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired HumanTasks tasks;
  @Autowired DatabaseTime time;
  @Autowired Audit audit;

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
  void formNotHandedInCausesAReminderAndThenExpires() {
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
}
