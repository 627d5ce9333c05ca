package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.counter.CounterMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.Money;

/**
 * Takes collections for their payment: together exactly what it owes; any excess goes back
 * automatically. The caller has locked payment and collection.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CollectionTaking {
  private final CollectionRepository collections;
  private final CollectionWeighing weighing;
  private final CounterMethod counter;
  private final Reversals reversals;

  CollectionTaking(
      CollectionRepository collections,
      CollectionWeighing weighing,
      CounterMethod counter,
      Reversals reversals) {
    this.collections = collections;
    this.weighing = weighing;
    this.counter = counter;
    this.reversals = reversals;
  }

  /** Takes it automatically. When this returns, the payment is paid. */
  void byItself(CollectionEntity collection, PaymentEntity payment) {
    var missing = missing(collection, payment);
    collection.bind(missing);
    pay(collection, payment);
  }

  /** Takes it by a decision of two persons. When this returns, the payment is paid. */
  public void byTwoPersons(CollectionEntity collection, PaymentEntity payment, String caseId) {
    var missing = missing(collection, payment);
    collection.accept(payment.id(), missing, caseId);
    pay(collection, payment);
  }

  /**
   * Keeps a collection that is too small, as two persons decided, and asks the payer for the rest.
   */
  public void keep(CollectionEntity collection, PaymentEntity payment, String caseId) {
    var rest = weighing.balance(payment).missingAfter(collection.amount());
    collection.hold(caseId);
    counter.restRequested(payment, rest);
  }

  private Money missing(CollectionEntity collection, PaymentEntity payment) {
    var balance = weighing.balance(payment);
    if (!balance.isCoveredBy(collection.amount())) {
      throw new IllegalStateException(
          "A collection smaller than the balance cannot pay: " + balance);
    }
    return balance.missing();
  }

  private void pay(CollectionEntity collection, PaymentEntity payment) {
    held(payment).forEach(CollectionEntity::heldPays);
    var rest = collection.amount().dong() - collection.taken();
    if (rest > 0) {
      collection.restGoesBack(
          reversals.giveBack(
              OriginalMoney.collected(collection.bank(), collection.reference()),
              payment.id().text(),
              Money.dong(rest),
              "DVC Pay, more than was owed for " + payment.id().text()));
    }
    collections.flush();
    if (payment.status() == PaymentStatus.WAITING_FOR_COLLECTION) {
      counter.collected(payment);
    } else {
      counter.collectedLate(payment);
    }
  }

  private List<CollectionEntity> held(PaymentEntity payment) {
    return collections.lockOf(payment.id().text(), EnumSet.of(CollectionEntity.State.HELD));
  }
}
