package vn.dvc.pay.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.payment.SamplePayment.ATTEMPT;

import java.util.List;
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
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.collection.CollectedMoney;
import vn.dvc.pay.payment.collection.CollectedMoney.Collected;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Which money a refund returns, and how much of each. */
@Tag("fast")
class PaidMoneyTest {
  private static final OriginalMoney OLDER = OriginalMoney.collected("970415", "FT-1");
  private static final OriginalMoney NEWER = OriginalMoney.collected("970415", "FT-2");

  private final BankCalls calls = mock(BankCalls.class);
  private final CollectedMoney collected = mock(CollectedMoney.class);
  private final Reversals reversals = mock(Reversals.class);
  private final PaidMoney money = new PaidMoney(calls, collected, reversals);

  @Test
  void oldestMoneyGoesBackFirst() {
    var payment = collectedTwice(200_000, 50_000);
    assertThat(money.giveBack(payment, Money.dong(220_000), "refund")).hasSize(2);
    verify(reversals).giveBack(OLDER, payment.id().text(), Money.dong(200_000), "refund");
    verify(reversals).giveBack(NEWER, payment.id().text(), Money.dong(20_000), "refund");
  }

  @Test
  void moneyAlreadyReturnedIsSkipped() {
    var payment = collectedTwice(0, 50_000);
    assertThat(money.left(payment)).isEqualTo(50_000);
    assertThat(money.giveBack(payment, Money.dong(50_000), "refund")).hasSize(1);
    verify(reversals).giveBack(NEWER, payment.id().text(), Money.dong(50_000), "refund");
  }

  @Test
  void moreThanIsLeftIsRefused() {
    var payment = collectedTwice(10_000, 10_000);
    assertThatThrownBy(() -> money.giveBack(payment, Money.dong(20_001), "refund"))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo("money-given-back"));
  }

  @Test
  void debitOfThePaymentIsReturned() {
    var payment = debited(State.DEBITED, true);
    when(reversals.left(any())).thenReturn(30_000L);
    money.giveBack(payment, Money.dong(30_000), "refund");
    verify(reversals)
        .giveBack(
            OriginalMoney.debited("970415", ATTEMPT),
            payment.id().text(),
            Money.dong(30_000),
            "refund");
  }

  @ParameterizedTest
  @EnumSource(value = State.class, names = "DEBITED", mode = Mode.EXCLUDE)
  void attemptThatDebitedNothingReturnsNothing(State state) {
    returnsNothing(debited(state, true));
  }

  @Test
  void debitOfAnotherPaymentIsNotReturned() {
    returnsNothing(debited(State.DEBITED, false));
  }

  @Test
  void paymentWithoutCollectionsReturnsNothing() {
    returnsNothing(SamplePayment.of(Method.COUNTER, 30_000));
  }

  private void returnsNothing(PaymentEntity payment) {
    assertThatThrownBy(() -> money.giveBack(payment, Money.dong(1), "refund"))
        .isInstanceOf(IllegalStateException.class);
    verifyNoInteractions(reversals);
  }

  private PaymentEntity collectedTwice(long leftOfOlder, long leftOfNewer) {
    var payment = SamplePayment.of(Method.COUNTER, 250_000);
    when(collected.of(payment.id()))
        .thenReturn(
            List.of(
                new Collected("970415", "FT-1", Money.dong(200_000)),
                new Collected("970415", "FT-2", Money.dong(50_000))));
    when(reversals.left(OLDER)).thenReturn(leftOfOlder);
    when(reversals.left(NEWER)).thenReturn(leftOfNewer);
    when(reversals.giveBack(any(), any(), any(), any())).thenReturn("V1");
    return payment;
  }

  private PaymentEntity debited(State state, boolean own) {
    var payment = SamplePayment.of(Method.ACCOUNT, 30_000);
    payment.money().beginAttempt("970415", ATTEMPT);
    var subject = own ? payment.id() : PaymentId.fresh();
    var attempt =
        new Attempt(
            ATTEMPT, Subject.of(subject), "970415", Money.dong(30_000), state, null, null, null);
    when(calls.attempt(ATTEMPT)).thenReturn(attempt);
    return payment;
  }
}
