package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.SamplePayment.NOW;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.Attempt.State;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;

/** The standing of a payment by card, derived from what is known of its attempt. */
@Tag("fast")
class CardStandingTest {
  private final CardStanding standing = new CardStanding();

  @ParameterizedTest
  @CsvSource({
    "CREATED, UNKNOWN, UNKNOWN",
    "PENDING_OTP, OTP_AWAITED, STOP_WANTED",
    "AUTHORISED, AUTHORISED, STOP_WANTED",
    "DEBITED, CAPTURED, CAPTURED",
    "DECLINED, CARD_AWAITED, ENDED",
    "VOIDED, CARD_AWAITED, ENDED",
    "NOT_EXECUTED, CARD_AWAITED, ENDED",
    "UNKNOWN, UNKNOWN, UNKNOWN",
    "REVERSED, ENDED, ENDED"
  })
  void verdictFollowsFromTheStateAndARequestToStop(State known, Verdict goingOn, Verdict stopping) {
    assertThat(standing.of(payment(), known, NOW)).isEqualTo(goingOn);
    assertThat(standing.of(stopping(), known, NOW)).isEqualTo(stopping);
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "VOIDED"})
  void lastEntryEndsThePayment(State known) {
    var payment = payment();
    payment.card().entriesAllowed(0);
    assertThat(standing.of(payment, known, NOW)).isEqualTo(Verdict.ENDED);
  }

  @Test
  void cardWhoseCodesAreUsedUpIsNotEnteredAgain() {
    var payment = payment();
    payment.money().declined("otp-tries-used", NOW);
    assertThat(standing.of(payment, State.DECLINED, NOW)).isEqualTo(Verdict.ENDED);
  }

  @Test
  void entryThatTheBankNeverReceivedIsNotCounted() {
    var payment = payment();
    standing.of(payment, State.NOT_EXECUTED, NOW);
    assertThat(payment.card().entriesLeft()).isEqualTo(4);
    standing.of(payment, State.DECLINED, NOW);
    assertThat(payment.card().entriesLeft()).isEqualTo(4);
  }

  @Test
  void waitingForTheCodeBeginsWithANewChallenge() {
    var payment = payment();
    payment.money().moving(true);
    standing.of(payment, State.PENDING_OTP, NOW);
    assertThat(payment.status()).isEqualTo(PaymentStatus.WAITING_FOR_OTP);
    assertThat(payment.card().challenge()).isNotBlank();
    assertThat(payment.money().isMoving()).isFalse();
    assertThat(payment.card().otpExpiresAt()).as("the bank named no code").isEqualTo(NOW);
  }

  @Test
  void nothingIsOfferedToThePayerDuringACallToTheBank() {
    var payment = payment();
    payment.moveTo(PaymentStatus.BEING_CHECKED, NOW);
    assertThat(standing.of(payment, State.PENDING_OTP, NOW)).isEqualTo(Verdict.OTP_AWAITED);
    assertThat(payment.status()).isEqualTo(PaymentStatus.BEING_CHECKED);
    assertThat(payment.card().challenge()).isNull();
    standing.of(payment, State.NOT_EXECUTED, NOW);
    assertThat(payment.card().entriesLeft()).isEqualTo(3);
  }

  @Test
  void banksOwnReasonIsKept() {
    var payment = payment();
    standing.of(payment, State.DECLINED, NOW);
    assertThat(payment.money().lastDecline()).isEqualTo("bank-declined");
    var told = payment();
    told.money().declined("card-blocked", NOW);
    standing.of(told, State.DECLINED, NOW);
    assertThat(told.money().lastDecline()).isEqualTo("card-blocked");
  }

  private static PaymentEntity payment() {
    var payment = SamplePayment.in(PaymentStatus.PROCESSING, Method.CARD, 120_000);
    payment.card().entriesAllowed(3);
    return payment;
  }

  private static PaymentEntity stopping() {
    var payment = payment();
    payment.requestStop(StopReason.CANCELLED_BY_PAYER);
    return payment;
  }
}
