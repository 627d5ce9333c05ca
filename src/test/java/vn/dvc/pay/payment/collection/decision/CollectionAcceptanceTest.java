package vn.dvc.pay.payment.collection.decision;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.collection.CollectionEntity;
import vn.dvc.pay.payment.collection.CollectionRepository;
import vn.dvc.pay.payment.collection.CollectionTaking;
import vn.dvc.pay.payment.collection.CollectionWeighing;
import vn.dvc.pay.payment.collection.SampleCollection;
import vn.dvc.pay.payment.collection.policy.Balance;
import vn.dvc.pay.payment.collection.policy.PaidFor;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** What two persons may decide about money received, and what they may not. */
@Tag("fast")
class CollectionAcceptanceTest {
  private static final String REASON = "DVC123456789";
  private final CollectionRepository collections = mock(CollectionRepository.class);
  private final Instructions instructions = mock(Instructions.class);
  private final PaymentRepository payments = mock(PaymentRepository.class);
  private final CollectionWeighing weighing = mock(CollectionWeighing.class);
  private final PaidFor paidFor = mock(PaidFor.class);
  private final CollectionTaking taking = mock(CollectionTaking.class);
  private final CollectionAcceptance acceptance =
      new CollectionAcceptance(collections, instructions, payments, weighing, paidFor, taking);
  private PaymentEntity payment;
  private CollectionEntity collection;

  @BeforeEach
  void enoughCameForAWaitingPayment() {
    came(250_000, PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING_FOR_COLLECTION", "CANCELLED", "EXPIRED"})
  void enoughMoneyPaysAPaymentThatWaitsOrEndedUnpaid(PaymentStatus status) {
    came(250_000, status);
    acceptance.accept(collection.id(), REASON, "a-case");
    verify(taking).byTwoPersons(collection, payment, "a-case");
  }

  @Test
  void paidPaymentIsNotPaidAgain() {
    came(250_000, PaymentStatus.PAID);
    refused("collection-payment-paid", () -> acceptance.accept(collection.id(), REASON, "a-case"));
    refused("collection-payment-paid", () -> acceptance.requireWaiting(collection.id()));
    refused("collection-payment-paid", () -> acceptance.keep(collection.id(), "a-case"));
  }

  @Test
  void tooLittleIsRefused() {
    came(249_999, PaymentStatus.WAITING_FOR_COLLECTION);
    refused("collection-too-little", () -> acceptance.requireEnough(collection.id(), REASON));
    refused("collection-too-little", () -> acceptance.accept(collection.id(), REASON, "a-case"));
  }

  @Test
  void dossiersReservedByAnotherPaymentAreRefused() {
    when(paidFor.hold(payment)).thenReturn(false);
    refused("collection-dossier-taken", () -> acceptance.accept(collection.id(), REASON, "a-case"));
  }

  @Test
  void dossiersWhoseFeesHaveChangedAreRefused() {
    when(weighing.isOwed(payment)).thenReturn(false);
    refused(
        "collection-dossier-changed", () -> acceptance.accept(collection.id(), REASON, "a-case"));
  }

  @ParameterizedTest
  @CsvSource({"200000, false", "250000, true", "300000, true"})
  void keptMoneyPaysAtOnceIfNothingIsMissing(long amount, boolean pays) {
    came(amount, PaymentStatus.WAITING_FOR_COLLECTION);
    acceptance.keep(collection.id(), "a-case");
    if (pays) {
      verify(taking).byTwoPersons(collection, payment, "a-case");
    } else {
      verify(taking).keep(collection, payment, "a-case");
      verify(taking, never()).byTwoPersons(any(), any(), any());
    }
  }

  @Test
  void unidentifiedMoneyPaysThePaymentThatTheReasonNames() {
    when(collections.paymentOf(collection.id())).thenReturn(Optional.empty());
    named(1);
    assertThatCode(() -> acceptance.requireEnough(collection.id(), REASON))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void reasonMustNameExactlyOnePayment(int count) {
    when(collections.paymentOf(collection.id())).thenReturn(Optional.empty());
    named(count);
    refused("collection-target-missing", () -> acceptance.requireEnough(collection.id(), REASON));
  }

  private void came(long amount, PaymentStatus status) {
    payment = SamplePayment.in(status, Method.COUNTER, 250_000);
    collection = SampleCollection.undecided(payment, amount);
    when(collections.paymentOf(collection.id())).thenReturn(Optional.of(payment.id().text()));
    when(collections.requireLocked(collection.id())).thenReturn(collection);
    when(payments.lock(payment.id())).thenReturn(payment);
    when(weighing.balance(payment)).thenReturn(new Balance(250_000, 0));
    when(weighing.isOwed(payment)).thenReturn(true);
    when(paidFor.hold(payment)).thenReturn(true);
  }

  private void named(int count) {
    var ids =
        IntStream.range(0, count).mapToObj(i -> i == 0 ? payment.id() : PaymentId.fresh()).toList();
    when(instructions.namedIn(REASON)).thenReturn(new Instructions.Named(List.of(REASON), ids));
  }

  private void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> org.assertj.core.api.Assertions.assertThat(problem.code()).isEqualTo(code));
    verifyNoInteractions(taking);
  }
}
