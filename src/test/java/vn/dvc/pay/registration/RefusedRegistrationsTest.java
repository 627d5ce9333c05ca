package vn.dvc.pay.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.registration.RegistrationFixture.application;
import static vn.dvc.pay.registration.RegistrationFixture.refused;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.maintenance.UnderRepair;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Application.Representative;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;

/** What a payer may not register. */
@RegistrationTest
class RefusedRegistrationsTest {
  @Autowired RegistrationFixture fixture;
  @Autowired Registrations registrations;
  @Autowired Profiles profiles;
  @Autowired Banks.Maintenance maintenance;
  @Autowired TransactionTemplate transaction;

  @Test
  void invalidFieldIsRefusedByItsCode() {
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
  void nothingIsRegisteredAtABankInMaintenance() {
    var payer = fixture.organisation();
    var account = fixture.accountOf(payer);
    try (var repair = new UnderRepair("970415", maintenance, transaction)) {
      refused("bank-in-maintenance", () -> fixture.started(payer, account));
    }
    assertThat(registrations.ofPayer(payer.id())).isEmpty();
    assertThat(fixture.started(payer, account).id()).isNotNull();
  }

  @Test
  void accountNumberWithInvalidCharactersIsRefused() {
    assertThatThrownBy(() -> new AccountNumber("970415", "12-34 56"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void identityThatDiffersFromTheProfileIsRefused() {
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
