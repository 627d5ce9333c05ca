package vn.dvc.pay.payment.settlement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.State;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** Which attempts prove that a payment was paid, and which prove that none of its money is held. */
@Tag("fast")
class AttemptFundsEvidenceTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  private static final AttemptRef ATTEMPT = new AttemptRef(UUID.randomUUID());
  private static final PaymentId PAYMENT = PaymentId.fresh();

  private final BankCalls calls = mock(BankCalls.class);
  private final AttemptFundsEvidence proof = new AttemptFundsEvidence(calls);

  @Test
  void debitOfExactlyTheseLinesPays() {
    stands(State.DEBITED, PAYMENT.text(), 30_000);
    assertThatCode(() -> proof.requireReceived(asking())).doesNotThrowAnyException();
  }

  @Test
  void debitOfAnotherAmountOrAnotherPaymentDoesNotPay() {
    stands(State.DEBITED, PAYMENT.text(), 29_999);
    refusesPaid();
    stands(State.DEBITED, PaymentId.fresh().text(), 30_000);
    refusesPaid();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, names = "DEBITED", mode = Mode.EXCLUDE)
  void onlyADebitPays(State state) {
    stands(state, PAYMENT.text(), 30_000);
    refusesPaid();
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "VOIDED", "NOT_EXECUTED", "REVERSED"})
  void failedAttemptEndsUnpaidAndLosesItsSealedValues(State state) {
    stands(state, PAYMENT.text(), 30_000);
    proof.requireNothingHeld(asking());
    verify(calls).forgetSealed(ATTEMPT);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATED", "PENDING_OTP", "AUTHORISED", "DEBITED", "UNKNOWN"})
  void heldOrUnknownMoneyKeepsThePaymentOpen(State state) {
    stands(state, PAYMENT.text(), 30_000);
    refusesUnpaid();
  }

  /** "Not executed" then refers to a capture or a void, and the hold may still stand. */
  @Test
  void authorisedHoldIsEndedOnlyByItsRelease() {
    stands(State.NOT_EXECUTED, PAYMENT.text(), 30_000);
    when(calls.wasAuthorised(ATTEMPT)).thenReturn(true);
    refusesUnpaid();
    stands(State.VOIDED, PAYMENT.text(), 30_000);
    assertThatCode(() -> proof.requireNothingHeld(asking())).doesNotThrowAnyException();
  }

  @Test
  void paymentWithoutAnAttemptHoldsNothing() {
    assertThatCode(() -> proof.requireNothingHeld(payment())).doesNotThrowAnyException();
  }

  private void stands(State state, String subject, long amount) {
    var attempt =
        new Attempt(
            ATTEMPT, Subject.parse(subject), "970415", Money.dong(amount), state, null, null, null);
    when(calls.lock(ATTEMPT)).thenReturn(attempt);
  }

  private void refusesPaid() {
    assertThatThrownBy(() -> proof.requireReceived(asking()))
        .isInstanceOf(IllegalStateException.class);
  }

  private void refusesUnpaid() {
    assertThatThrownBy(() -> proof.requireNothingHeld(asking()))
        .isInstanceOf(IllegalStateException.class);
    verify(calls, never()).forgetSealed(ATTEMPT);
  }

  private static PaymentEntity asking() {
    var payment = payment();
    payment.money().beginAttempt("970415", ATTEMPT);
    return payment;
  }

  private static PaymentEntity payment() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
    var line =
        new PaymentLine(
            "000.00.00.H47-261128-0001", "LP01", 30_000, "970415", "113366660001", "Sở Tư pháp");
    return new PaymentEntity(
        PAYMENT, payer, Method.CARD, List.of(line), "payment-policy:1", NOW, NOW, null);
  }
}
