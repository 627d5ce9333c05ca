package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.collection.CollectionEntity.State;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Which collections prove that a payment was paid, and which that none of its money is held. */
@Tag("fast")
class CollectionFundsEvidenceTest {
  private final CollectionRepository collections = mock(CollectionRepository.class);
  private final CollectionFundsEvidence evidence = new CollectionFundsEvidence(collections);
  private final PaymentEntity payment = SamplePayment.of(Method.COUNTER, 250_000);

  @Test
  void exactAmountPays() {
    paying(SampleCollection.bound(payment, 250_000, 250_000));
    paid();
  }

  @Test
  void severalCollectionsMayPayTogether() {
    var kept = SampleCollection.held(payment, 200_000);
    kept.heldPays();
    paying(kept, SampleCollection.bound(payment, 50_000, 50_000));
    paid();
  }

  @Test
  void excessPaysOnlyIfExactlyTheRestIsReturned() {
    var more = SampleCollection.bound(payment, 300_000, 250_000);
    paying(more);
    notPaid();
    more.restGoesBack("V1");
    goesBack(49_999);
    notPaid();
    goesBack(50_000);
    paid();
  }

  @Test
  void tooLittleOrTooMuchOrNothingDoesNotPay() {
    paying();
    notPaid();
    paying(SampleCollection.bound(payment, 249_999, 249_999));
    notPaid();
    paying(SampleCollection.bound(payment, 250_001, 250_001));
    notPaid();
  }

  @Test
  void moneyThatIsOnlyHeldDoesNotPay() {
    paying(SampleCollection.held(payment, 250_000));
    notPaid();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNDECIDED", "BOUND", "ACCEPTED", "HELD"})
  void moneyThatMayStillPayKeepsThePaymentOpen(State state) {
    when(collections.lockOf(
            eq(payment.id().text()), argThat(states -> states != null && states.contains(state))))
        .thenReturn(List.of(SampleCollection.undecided(payment, 1)));
    assertThatThrownBy(() -> evidence.requireNothingHeld(payment))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"REVERSING", "REVERSED"})
  void moneyThatIsReturnedDoesNotKeepThePaymentOpen(State state) {
    when(collections.lockOf(any(), argThat(states -> states != null && states.contains(state))))
        .thenReturn(List.of(SampleCollection.undecided(payment, 1)));
    assertThatCode(() -> evidence.requireNothingHeld(payment)).doesNotThrowAnyException();
  }

  private void paying(CollectionEntity... those) {
    when(collections.lockOf(payment.id().text(), State.PAYING)).thenReturn(List.of(those));
  }

  private void goesBack(long amount) {
    when(collections.goingBackBy("V1")).thenReturn(Optional.of(amount));
  }

  private void paid() {
    assertThatCode(() -> evidence.requireReceived(payment)).doesNotThrowAnyException();
  }

  private void notPaid() {
    assertThatThrownBy(() -> evidence.requireReceived(payment))
        .isInstanceOf(IllegalStateException.class);
  }
}
