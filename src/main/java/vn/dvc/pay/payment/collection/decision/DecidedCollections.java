package vn.dvc.pay.payment.collection.decision;

import java.util.EnumSet;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseProposed;
import vn.dvc.pay.cases.CaseUpForDecision;
import vn.dvc.pay.payment.collection.CollectionEntity;
import vn.dvc.pay.payment.collection.CollectionRepository;
import vn.dvc.pay.payment.collection.policy.CollectionKinds;
import vn.dvc.pay.payment.collection.policy.PaidFor;
import vn.dvc.pay.payment.counter.CounterMethod;
import vn.dvc.pay.payment.event.UnusedMoneyEvents;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.PaymentId;

/** Carries out decisions about collections, in the transaction of the decision. */
@Component
class DecidedCollections {
  private final CollectionRepository collections;
  private final PaymentRepository payments;
  private final CollectionAcceptance acceptance;
  private final PaidFor paidFor;
  private final CounterMethod counter;
  private final Reversals reversals;
  private final UnusedMoneyEvents events;

  DecidedCollections(
      CollectionRepository collections,
      PaymentRepository payments,
      CollectionAcceptance acceptance,
      PaidFor paidFor,
      CounterMethod counter,
      Reversals reversals,
      UnusedMoneyEvents events) {
    this.collections = collections;
    this.payments = payments;
    this.acceptance = acceptance;
    this.paidFor = paidFor;
    this.counter = counter;
    this.reversals = reversals;
    this.events = events;
  }

  /** Keeps the common lock order: the payment before the case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (CollectionKinds.isOurs(file.kind()) && file.payment() != null) {
      payments.lock(PaymentId.of(file.payment()));
    }
  }

  /** Rejects a proposal that could not be carried out, before the second person sees it. */
  @EventListener
  void validate(CaseProposed proposed) {
    if (!CollectionKinds.isOurs(proposed.kind())) {
      return;
    }
    var collection = UUID.fromString(proposed.subject());
    switch (proposed.decision()) {
      case CollectionKinds.ACCEPT -> acceptance.requireEnough(collection, proposed.reason());
      case CollectionKinds.TOP_UP -> acceptance.requireWaiting(collection);
      default -> {}
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!CollectionKinds.isOurs(decided.kind())) {
      return;
    }
    var collection = UUID.fromString(decided.subject());
    switch (decided.decision()) {
      case CollectionKinds.ACCEPT -> acceptance.accept(collection, decided.reason(), decided.id());
      case CollectionKinds.TOP_UP -> acceptance.keep(collection, decided.id());
      default -> giveBack(collection, decided.id());
    }
  }

  @EventListener
  void givenBack(ReversalDone done) {
    collections.lockReversedBy(done.reversal()).ifPresent(collection -> givenBack(collection));
  }

  private void givenBack(CollectionEntity collection) {
    collection.givenBack();
    collections.flush();
    var payment = collection.payment();
    if (payment != null) {
      events.returned(payment, collection.bank(), collection.reference(), collection.goesBack());
    }
  }

  private void giveBack(UUID collection, String caseId) {
    var payment = collections.paymentOf(collection).map(PaymentId::of).map(payments::lock);
    var found = collections.requireLocked(collection);
    var original = OriginalMoney.collected(found.bank(), found.reference());
    var id = payment.map(it -> it.id().text()).orElse(null);
    found.giveBack(reversals.giveBack(original, id, found.amount(), "DVC Pay, case " + caseId));
    collections.flush();
    payment.ifPresent(this::reviewEnded);
  }

  /** A waiting payment continues or ends now; one that has ended releases its dossiers. */
  private void reviewEnded(PaymentEntity payment) {
    var open = EnumSet.of(CollectionEntity.State.UNDECIDED);
    if (!collections.of(payment.id().text(), open).isEmpty()) {
      return;
    }
    if (CollectionAcceptance.hasEndedUnpaid(payment)) {
      paidFor.release(payment);
    } else {
      counter.decided(payment);
    }
  }
}
