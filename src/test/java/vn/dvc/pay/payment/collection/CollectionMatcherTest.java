package vn.dvc.pay.payment.collection;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.payment.SamplePayment.NOW;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.SamplePayment;
import vn.dvc.pay.payment.collection.policy.Balance.Relation;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.CollectionPolicy;
import vn.dvc.pay.payment.collection.policy.CollectionRuling;
import vn.dvc.pay.payment.collection.policy.PaymentStanding;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** Which payment a collection is for, and whether it pays it without persons. */
@Tag("fast")
class CollectionMatcherTest {
  private static final String CODE = "DVC123456789";
  private final CollectionRepository collections = mock(CollectionRepository.class);
  private final Instructions instructions = mock(Instructions.class);
  private final PaymentRepository payments = mock(PaymentRepository.class);
  private final CollectionWeighing weighing = mock(CollectionWeighing.class);
  private final CollectionPolicy policy = mock(CollectionPolicy.class);
  private final CollectionTaking taking = mock(CollectionTaking.class);
  private final CollectionCases cases = mock(CollectionCases.class);
  private final BankMessages messages = mock(BankMessages.class);
  private final DatabaseTime time = mock(DatabaseTime.class);
  private final CollectionMatcher matcher =
      new CollectionMatcher(
          collections, instructions, payments, weighing, policy, taking, cases, messages, time);
  private final PaymentEntity payment =
      SamplePayment.in(PaymentStatus.WAITING_FOR_COLLECTION, Method.COUNTER, 250_000);

  @BeforeEach
  void messageIsNew() {
    when(time.now()).thenReturn(NOW);
    when(messages.handled(any())).thenReturn(true);
    when(collections.saveAndFlush(any())).thenAnswer(saved -> saved.getArgument(0));
    when(payments.lock(payment.id())).thenReturn(payment);
    when(instructions.codesOf(payment.id())).thenReturn(List.of(CODE));
    when(policy.rule(any()))
        .thenReturn(new CollectionRuling(CollectionRuling.Action.PAY, null, null, "policy:1"));
  }

  @Test
  void exactMoneyForAWaitingPaymentPaysIt() {
    named(payment.id());
    facts(Relation.EXACT, PaymentStanding.WAITING, true);
    matcher.take(SampleCollection.received(250_000));
    verify(taking).byItself(any(), any());
    verifyNoInteractions(cases);
  }

  @ParameterizedTest
  @CsvSource({
    "LESS, WAITING, true",
    "MORE, WAITING, true",
    "EXACT, CANCELLED, true",
    "EXACT, EXPIRED, true",
    "EXACT, SETTLED, true",
    "EXACT, WAITING, false"
  })
  void otherMoneyIsDecidedByPersonsWhateverTheTableSays(
      Relation relation, PaymentStanding standing, boolean owed) {
    named(payment.id());
    facts(relation, standing, owed);
    matcher.take(SampleCollection.received(250_000));
    verify(cases).open(any(), any(), any(), any());
    verifyNoInteractions(taking);
  }

  @Test
  void moneyThatNamesNoPaymentOrSeveralIsDecidedByPersons() {
    when(instructions.namedIn(any()))
        .thenReturn(
            new Instructions.Named(List.of(), List.of()),
            new Instructions.Named(List.of(CODE), List.of(payment.id(), PaymentId.fresh())));
    matcher.take(SampleCollection.received(250_000));
    matcher.take(SampleCollection.received(250_000));
    verify(cases, times(2)).openUnknown(any(), any(), any());
    verifyNoInteractions(taking);
  }

  @Test
  void unknownCodeMayBecomeKnownWithinAMinute() {
    named();
    matcher.take(SampleCollection.received(250_000));
    verify(messages, never()).handled(any());
    when(time.now()).thenReturn(NOW.plusSeconds(60));
    matcher.take(SampleCollection.received(250_000));
    verify(cases).openUnknown(any(), any(), any());
  }

  @Test
  void collectionThatIsReportedAgainChangesNothing() {
    named(payment.id());
    var received = SampleCollection.received(250_000);
    acceptedBefore(new CollectionEntity(received, CODE, payment.id()));
    matcher.take(received);
    verify(collections, never()).saveAndFlush(any());
    verifyNoInteractions(cases, taking);
  }

  @Test
  void collectionReportedAgainWithDifferentContentIsDecidedByPersons() {
    named(payment.id());
    acceptedBefore(SampleCollection.undecided(payment, 250_000));
    matcher.take(SampleCollection.received(250_001));
    verify(cases).openDiffering(any(), any());
    verifyNoInteractions(taking);
  }

  @Test
  void messageThatAnotherNodeHandledChangesNothing() {
    named(payment.id());
    when(messages.handled(any())).thenReturn(false);
    matcher.take(SampleCollection.received(250_000));
    verifyNoInteractions(collections, cases, taking);
  }

  private void named(PaymentId... ids) {
    when(instructions.namedIn(any()))
        .thenReturn(new Instructions.Named(List.of(CODE), Stream.of(ids).toList()));
  }

  private void facts(Relation relation, PaymentStanding standing, boolean owed) {
    when(weighing.facts(any(), any()))
        .thenReturn(new CollectionFacts(relation, standing, owed, true, true));
  }

  private void acceptedBefore(CollectionEntity collection) {
    when(collections.findByBankAndReferenceIn(any(), any())).thenReturn(Optional.of(collection));
  }
}
