package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.payment.account.AccountFixture.COMPANY;
import static vn.dvc.pay.payment.account.AccountFixture.REGISTRATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Only an account whose mandate is in force is debited, whenever it is suspended. */
@AccountTest
class MandateOfAPaymentTest {
  private static final BankAnswer NOT_SENT = new BankAnswer.NotSent("connect-refused");

  @Autowired AccountFixture fixture;
  @Autowired ScriptedBank bank;
  @Autowired Registrations registrations;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  @Test
  void payerNeedsARegisteredAccount() {
    when(registrations.mandateOf(any())).thenReturn(Optional.empty());
    refusedAs("not-registered");
  }

  @Test
  void suspendedRegistrationCannotPay() {
    when(registrations.mandateOf(any())).thenReturn(Optional.empty());
    var suspended = mock(Registration.class);
    when(suspended.status()).thenReturn(RegistrationStatus.SUSPENDED);
    when(registrations.ofPayer(COMPANY.id())).thenReturn(List.of(suspended));
    refusedAs("mandate-suspended");
  }

  @Test
  void mandateThatIsNoLongerInForceIsNotDebited() {
    when(registrations.isInForce(REGISTRATION)).thenReturn(false);
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.payment(id).reason()).isEqualTo("mandate-suspended");
    assertThat(fixture.asked(id)).isEmpty();
    fixture.isFreed(dossier);
  }

  @Test
  void mandateThatIsSuspendedBetweenTwoTriesIsNotDebitedAgain() {
    bank.answers(asked -> NOT_SENT);
    var id = fixture.pay(fixture.owing(10_000));
    fixture.triedInVain(id, 1);
    when(registrations.isInForce(REGISTRATION)).thenReturn(false);
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.payment(id).reason()).isEqualTo("mandate-suspended");
    assertThat(fixture.asked(id)).hasSize(1);
  }

  @Test
  void mandateThatIsSuspendedBeforeTheDebitIsSentIsNotDebited() {
    when(registrations.isInForce(REGISTRATION)).thenReturn(true, false);
    var dossier = fixture.owing(10_000);
    var id = fixture.pay(dossier);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> fixture.payment(id).status().isFinished() || waitsForTheNextTry(id));
    time.travel(Duration.ofSeconds(6));
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.payment(id).reason()).isEqualTo("mandate-suspended");
    assertThat(fixture.asked(id)).isEmpty();
    fixture.isFreed(dossier);
  }

  private void refusedAs(String code) {
    var dossier = fixture.owing(10_000);
    assertThatThrownBy(() -> fixture.pay(dossier))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.status()).isEqualTo(409);
            });
    fixture.isFreed(dossier);
    assertThat(bank.asked()).noneMatch(asked -> asked.body().toString().contains(dossier.text()));
  }

  private boolean waitsForTheNextTry(PaymentId id) {
    return jdbc.sql("select count(*) from payment where id = ? and next_try_at is not null")
            .param(id.text())
            .query(Long.class)
            .single()
        > 0;
  }
}
