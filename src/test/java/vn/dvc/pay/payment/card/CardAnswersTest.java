package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static vn.dvc.pay.payment.SamplePayment.ATTEMPT;
import static vn.dvc.pay.payment.SamplePayment.NOW;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.State;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.values.Money;

/** What a bank's answer means for a payment by card. */
@Tag("fast")
class CardAnswersTest {
  private static final BankAnswer NOT_SENT = new BankAnswer.NotSent("breaker-open");

  private final HoldCases cases = mock(HoldCases.class);
  private final CardAnswers answers = new CardAnswers(new CardStanding(), cases);
  private final PaymentEntity payment =
      SamplePayment.in(PaymentStatus.PROCESSING, Method.CARD, 120_000);
  private State state;

  @BeforeEach
  void paymentWaitsForThisAnswer() {
    payment.card().entriesAllowed(2);
    payment.card().otpRules("otp-policy:1", 180, 3, 2, 30);
  }

  @Test
  void sentCodeIsAwaitedForTheShorterOfTheBanksAndOurLimits() {
    state = State.PENDING_OTP;
    var sent = new BankAnswer.OtpSent("******678", Duration.ofMinutes(10), 5);
    assertThat(answers.authorised(payment, attempt(), approved(sent), NOW))
        .isEqualTo(Verdict.OTP_AWAITED);
    assertThat(payment.card().otpExpiresAt()).isEqualTo(NOW.plusSeconds(180));
    assertThat(payment.card().otpTriesLeft()).isEqualTo(3);
  }

  @Test
  void declinedCardMayBeFollowedByAnother() {
    state = State.DECLINED;
    assertThat(answers.authorised(payment, attempt(), declined("card-blocked"), NOW))
        .isEqualTo(Verdict.CARD_AWAITED);
    assertThat(payment.money().lastDecline()).isEqualTo("card-blocked");
  }

  @Test
  void wrongCodeUsesATryAndTheLastOneStopsThePayment() {
    state = State.PENDING_OTP;
    var wrong = new BankAnswer.Declined("otp-wrong", pending(), Optional.of(2));
    assertThat(answers.otpVerified(payment, attempt(), wrong, NOW)).isEqualTo(Verdict.OTP_AWAITED);
    assertThat(payment.card().otpTriesLeft()).isEqualTo(2);

    var last = new BankAnswer.Declined("otp-wrong", pending(), Optional.of(0));
    assertThat(answers.otpVerified(payment, attempt(), last, NOW)).isEqualTo(Verdict.STOP_WANTED);
    assertThat(payment.stopRequested()).isEqualTo(StopReason.DECLINED);
    assertThat(payment.money().lastDecline()).isEqualTo("otp-tries-used");
  }

  @Test
  void expiredCodeCostsNoTryAndMayBeReplacedAtOnce() {
    state = State.PENDING_OTP;
    assertThat(answers.otpVerified(payment, attempt(), declined("otp-expired"), NOW))
        .isEqualTo(Verdict.OTP_EXPIRED);
    assertThat(payment.card().otpTriesLeft()).isEqualTo(3);
    assertThat(payment.card().otpResendAt()).isEqualTo(NOW);
  }

  @Test
  void codeThatReachedTheBankTooLateCostsNoTry() {
    state = State.PENDING_OTP;
    var late = declined(DeclineReason.REQUEST_EXPIRED.code());
    assertThat(answers.otpVerified(payment, attempt(), late, NOW)).isEqualTo(Verdict.OTP_AWAITED);
    assertThat(payment.card().otpTriesLeft()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"PENDING_OTP, false", "AUTHORISED, false", "DEBITED, true"})
  void payerMayCancelAgainUnlessTheCodeTookTheMoney(State after, boolean moving) {
    payment.money().moving(true);
    state = after;
    answers.otpVerified(payment, attempt(), approved(null), NOW);
    assertThat(payment.money().isMoving()).isEqualTo(moving);
  }

  @Test
  void resendThatWasNotSentIsNotCounted() {
    state = State.PENDING_OTP;
    payment.card().resendUsed();
    answers.resent(payment, attempt(), NOT_SENT, NOW);
    assertThat(payment.card().otpResendsLeft()).isEqualTo(2);
    answers.resent(payment, attempt(), declined("no-resends-left"), NOW);
    assertThat(payment.card().otpResendsLeft()).isZero();
  }

  @Test
  void captureThatCertainlyWasNotExecutedIsSentAgain() {
    state = State.AUTHORISED;
    assertThat(answers.captured(payment, attempt(), NOT_SENT, NOW)).isEqualTo(Verdict.NOT_SENT);
    assertThat(
            answers.captured(
                payment, attempt(), declined(DeclineReason.REQUEST_EXPIRED.code()), NOW))
        .isEqualTo(Verdict.NOT_SENT);
    assertThat(payment.stopIsRequested()).isFalse();
  }

  @Test
  void declinedCaptureReleasesTheHold() {
    state = State.AUTHORISED;
    assertThat(answers.captured(payment, attempt(), declined("limit-exceeded"), NOW))
        .isEqualTo(Verdict.STOP_WANTED);
    assertThat(payment.money().lastDecline()).isEqualTo("limit-exceeded");
  }

  @Test
  void debitedAttemptIsCapturedWhateverTheAnswerSays() {
    state = State.DEBITED;
    assertThat(answers.captured(payment, attempt(), NOT_SENT, NOW)).isEqualTo(Verdict.CAPTURED);
    assertThat(payment.stopIsRequested()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"VOIDED, ENDED", "AUTHORISED, STOP_WANTED", "DEBITED, CAPTURED"})
  void resultOfAReleaseFollowsFromTheAttempt(State after, Verdict verdict) {
    payment.requestStop(StopReason.CANCELLED_BY_PAYER);
    state = after;
    assertThat(answers.voided(payment, attempt(), approved(null), NOW)).isEqualTo(verdict);
    verify(cases).closeCase(ATTEMPT, verdict);
  }

  private Attempt attempt() {
    return new Attempt(
        ATTEMPT,
        Subject.of(payment.id()),
        "970415",
        Money.dong(120_000),
        state,
        null,
        "4321",
        null);
  }

  private static TransactionState pending() {
    return TransactionState.PENDING_OTP;
  }

  private static BankAnswer approved(BankAnswer.OtpSent otp) {
    return new BankAnswer.Approved(pending(), "FT0001", null, otp, null, null);
  }

  private static BankAnswer declined(String reason) {
    return new BankAnswer.Declined(reason, pending(), Optional.empty());
  }
}
