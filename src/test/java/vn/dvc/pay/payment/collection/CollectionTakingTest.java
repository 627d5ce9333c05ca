package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.collection.CollectionEntity.State;
import vn.dvc.pay.payment.collection.policy.Balance;
import vn.dvc.pay.payment.counter.CounterMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.Money;

/** How much of a collection pays, how much is given back, and what a top-up asks for. */
@Tag("fast")
class CollectionTakingTest {
  private final CollectionRepository collections = mock(CollectionRepository.class);
  private final CollectionWeighing weighing = mock(CollectionWeighing.class);
  private final CounterMethod counter = mock(CounterMethod.class);
  private final Reversals reversals = mock(Reversals.class);
  private final CollectionTaking taking =
      new CollectionTaking(collections, weighing, counter, reversals);
  private final PaymentEntity payment = waiting();

  @Test
  void exactAmountPaysAndNothingGoesBack() {
    owed(0);
    var exact = SampleCollection.undecided(payment, 250_000);
    taking.byItself(exact, payment);
    assertThat(exact.state()).isEqualTo(State.BOUND);
    assertThat(exact.taken()).isEqualTo(250_000);
    verify(counter).collected(payment);
    verifyNoInteractions(reversals);
  }

  @ParameterizedTest
  @CsvSource({"300000, 0, 250000, 50000", "200000, 100000, 150000, 50000"})
  void whatIsOwedIsAcceptedAndTheRestReturned(long came, long kept, long taken, long back) {
    owed(kept);
    when(reversals.giveBack(any(), any(), any(), any())).thenReturn("V1");
    var more = SampleCollection.undecided(payment, came);
    taking.byItself(more, payment);
    assertThat(more.taken()).isEqualTo(taken);
    assertThat(more.reversal()).isEqualTo("V1");
    assertThat(more.goesBack()).isEqualTo(Money.dong(back));
    verify(reversals).giveBack(any(), eq(payment.id().text()), eq(Money.dong(back)), any());
  }

  @Test
  void tooLittleNeverPaysWhoeverDecides() {
    owed(0);
    var less = SampleCollection.undecided(payment, 249_999);
    assertThatThrownBy(() -> taking.byItself(less, payment))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> taking.byTwoPersons(less, payment, "a-case"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(less.state()).isEqualTo(State.UNDECIDED);
    verifyNoInteractions(counter);
  }

  @Test
  void tooLittleMayBeKeptAndExactlyTheRestIsAskedFor() {
    owed(30_000);
    var less = SampleCollection.undecided(payment, 200_000);
    taking.keep(less, payment, "a-case");
    assertThat(less.state()).isEqualTo(State.HELD);
    assertThat(less.taken()).isEqualTo(200_000);
    verify(counter).restRequested(payment, Money.dong(20_000));
  }

  @Test
  void wholeAmountGoesBackOfMoneyThatPaysNothing() {
    var second = SampleCollection.undecided(payment, 250_000);
    second.giveBack("V1");
    second.givenBack();
    assertThat(second.goesBack()).isEqualTo(Money.dong(250_000));
    var kept = SampleCollection.held(payment, 200_000);
    kept.heldGoesBack("V2");
    assertThat(kept.goesBack()).isEqualTo(Money.dong(200_000));
  }

  @Test
  void keptMoneyPaysTogetherWithTheRest() {
    owed(200_000);
    var kept = SampleCollection.held(payment, 200_000);
    when(collections.lockOf(any(), any())).thenReturn(List.of(kept));
    taking.byItself(SampleCollection.undecided(payment, 50_000), payment);
    assertThat(kept.state()).isEqualTo(State.ACCEPTED);
    assertThat(kept.isTakenRightly()).isTrue();
  }

  @Test
  void moneyForAPaymentThatEndedReopensIt() {
    owed(0);
    payment.moveTo(PaymentStatus.CANCELLED, SamplePayment.NOW);
    taking.byTwoPersons(SampleCollection.undecided(payment, 250_000), payment, "a-case");
    verify(counter).collectedLate(payment);
  }

  @Test
  void collectionIsTakenOnce() {
    owed(0);
    var exact = SampleCollection.undecided(payment, 250_000);
    taking.byItself(exact, payment);
    assertThatThrownBy(() -> taking.byTwoPersons(exact, payment, "a-case"))
        .isInstanceOf(IllegalStateException.class);
  }

  private void owed(long kept) {
    when(weighing.balance(payment)).thenReturn(new Balance(250_000, kept));
  }

  private static PaymentEntity waiting() {
    return SamplePayment.in(PaymentStatus.WAITING_FOR_COLLECTION, Method.COUNTER, 250_000);
  }
}
