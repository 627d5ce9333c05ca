package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.limits.LenientVelocity;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.Problem;

/** Cards and codes are limited across payments, by velocity-policy.dmn. */
@CardTest
class CardLimitsTest {
  private static final int CODES_OF_A_CARD = 8;
  private static final int CARDS_OF_A_PAYER = 15;

  @Autowired CardFixture fixture;
  @Autowired Payments payments;
  @Autowired LenientVelocity limits;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void limitsOfTheTableFromNowOn() {
    jdbc.sql("delete from try_count").update();
    limits.strict(true);
  }

  @AfterEach
  void noLimitsForOthers() {
    limits.strict(false);
  }

  @Test
  void codesForOneCardAreCountedAcrossItsPayments() {
    for (int i = 0; i < CODES_OF_A_CARD; i++) {
      fixture.reaches(fixture.entersOtp(), PaymentStatus.PAID);
    }
    var id = fixture.waitingForOtp();
    tooMany(() -> payments.enterOtp(id, "sealed"));
    assertThat(fixture.asked(Operation.OTP)).as("codes that reached the bank").isZero();
    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.WAITING_FOR_OTP);
    payments.cancel(id);
    fixture.reaches(id, PaymentStatus.CANCELLED);

    anotherCard();
    fixture.reaches(fixture.entersOtp(), PaymentStatus.PAID);

    fixture.isWell();
    fixture.passes(Duration.ofMinutes(61));
    fixture.reaches(fixture.entersOtp(), PaymentStatus.PAID);
  }

  @Test
  void cardsOfOnePayerAreCountedAcrossPayments() {
    fixture.says(
        Operation.AUTHORISE,
        new BankAnswer.Declined("card-data-wrong", TransactionState.DECLINED, Optional.empty()));
    var id = fixture.waitingForCard();
    for (int i = 0; i < CARDS_OF_A_PAYER; i++) {
      if (fixture.payment(id).status().isFinished()) {
        id = fixture.waitingForCard();
      }
      fixture.entersCard(id);
      fixture.quiet();
    }
    var next = fixture.waitingForCard();
    tooMany(() -> fixture.entersCard(next));
    assertThat(fixture.asked(Operation.AUTHORISE)).isZero();
    assertThat(fixture.payment(next).status()).isEqualTo(PaymentStatus.WAITING_FOR_CARD);
    payments.cancel(next);
  }

  private void anotherCard() {
    var other =
        new BankAnswer.Approved(
            TransactionState.PENDING_OTP,
            "FT0002",
            new BankAnswer.Card("9876", "tok-2"),
            new BankAnswer.OtpSent("******678", Duration.ofMinutes(3), 3),
            null,
            null);
    fixture.says(Operation.AUTHORISE, other);
  }

  private static void tooMany(ThrowingCallable tried) {
    assertThatThrownBy(tried)
        .asInstanceOf(type(Problem.class))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo("too-many-tries");
              assertThat(refused.status()).isEqualTo(429);
              assertThat((Long) refused.facts().get("retryAfter")).isBetween(3_000L, 3_601L);
            });
  }
}
