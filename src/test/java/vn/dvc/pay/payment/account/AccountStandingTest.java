package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.SamplePayment.NOW;
import static vn.dvc.pay.payment.SamplePayment.WINDOW_ENDS;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.dvc.pay.bank.Attempt.State;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.account.AccountPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.PayerRetries;

/** The standing of a payment by account, derived from what is known of its debit. */
@Tag("fast")
class AccountStandingTest {
  private static final PayerRetries RETRIES =
      new Binder(new MapConfigurationPropertySource(Map.of()))
          .bindOrCreate("dvc.bank.payer-retries", PayerRetries.class);

  private final AccountStanding standing = new AccountStanding(RETRIES);

  @ParameterizedTest
  @CsvSource({
    "DEBITED, DEBITED",
    "NOT_EXECUTED, NOT_SENT",
    "DECLINED, ENDED",
    "VOIDED, ENDED",
    "REVERSED, ENDED",
    "UNKNOWN, UNKNOWN"
  })
  void verdictFollowsFromTheState(State known, Verdict verdict) {
    assertThat(standing.of(tried(1), known, NOW)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATED", "PENDING_OTP", "AUTHORISED"})
  void stateThatNoDebitCanReachIsAFault(State known) {
    assertThatThrownBy(() -> standing.of(tried(1), known, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 15", "3, 60", "4, 180"})
  void debitThatWasNotExecutedIsTriedAgainAfterGrowingPauses(int tries, int seconds) {
    var payment = tried(tries);
    assertThat(standing.of(payment, State.NOT_EXECUTED, NOW)).isEqualTo(Verdict.NOT_SENT);
    assertThat(payment.account().nextTryAt()).isEqualTo(NOW.plusSeconds(seconds));
    assertThat(payment.money().isMoving()).isFalse();
  }

  @Test
  void fifthTryIsTheLast() {
    var payment = tried(5);
    assertThat(standing.of(payment, State.NOT_EXECUTED, NOW)).isEqualTo(Verdict.ENDED);
    assertThat(payment.money().lastDecline()).isEqualTo("bank-unavailable");
  }

  @Test
  void nextTryIsNoLaterThanTheEndOfTheWindow() {
    var payment = tried(4);
    standing.of(payment, State.NOT_EXECUTED, WINDOW_ENDS.minusSeconds(1));
    assertThat(payment.account().nextTryAt()).isEqualTo(WINDOW_ENDS);
  }

  @Test
  void windowEndsExactlyAtItsEndTime() {
    var payment = tried(1);
    assertThat(standing.windowIsOver(payment, WINDOW_ENDS.minusNanos(1))).isFalse();
    assertThat(standing.of(payment, State.NOT_EXECUTED, WINDOW_ENDS)).isEqualTo(Verdict.ENDED);
    assertThat(payment.stopRequested()).isEqualTo(StopReason.WINDOW_ENDED);
  }

  @Test
  void banksOwnReasonIsKept() {
    var payment = tried(1);
    payment.money().declined("insufficient-funds", NOW);
    standing.of(payment, State.DECLINED, NOW);
    assertThat(payment.money().lastDecline()).isEqualTo("insufficient-funds");
    var untold = tried(1);
    standing.of(untold, State.DECLINED, NOW);
    assertThat(untold.money().lastDecline()).isEqualTo("bank-declined");
  }

  private static PaymentEntity tried(int times) {
    var payment = SamplePayment.in(PaymentStatus.PROCESSING, Method.ACCOUNT, 30_000);
    payment.money().moving(true);
    for (var i = 0; i < times; i++) {
      payment.account().tried();
    }
    return payment;
  }
}
