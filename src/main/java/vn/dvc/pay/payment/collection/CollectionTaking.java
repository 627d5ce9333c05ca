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
 * Makes collections the money of their payment: together exactly what it owes, and what is more
 * goes back by itself. Payment and collection are locked by the caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CollectionTaking {
  private final CollectionRepository collections;
  private final CollectionWeighing weighing;
  private final CounterMethod desk;
  private final Reversals reversals;

  CollectionTaking(
      CollectionRepository collections,
      CollectionWeighing weighing,
      CounterMethod desk,
      Reversals reversals) {
    this.collections = collections;
    this.weighing = weighing;
    this.desk = desk;
    this.reversals = reversals;
  }

  /** It pays by itself. The payment is paid when this returns. */
  void byItself(CollectionEntity collection, PaymentEntity payment) {
    var missing = missing(collection, payment);
    collection.bind(missing);
    pay(collection, payment);
  }

  /** Two persons say so. The payment is paid when this returns. */
  public void byTwoPersons(CollectionEntity collection, PaymentEntity payment, String caseId) {
    var missing = missing(collection, payment);
    collection.accept(payment.id(), missing, caseId);
    pay(collection, payment);
  }

  /** Two persons keep what is too little; the payer is asked for the rest. */
  public void keep(CollectionEntity collection, PaymentEntity payment, String caseId) {
    var rest = weighing.balance(payment).missingAfter(collection.amount());
    collection.hold(caseId);
    desk.asksForRest(payment, rest);
  }

  private Money missing(CollectionEntity collection, PaymentEntity payment) {
    var balance = weighing.balance(payment);
    if (!balance.isCoveredBy(collection.amount())) {
      throw new IllegalStateException("Less than is owed pays nothing: " + balance);
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
      desk.collected(payment);
    } else {
      desk.collectedLate(payment);
    }
  }

  private List<CollectionEntity> held(PaymentEntity payment) {
    return collections.lockOf(payment.id().text(), EnumSet.of(CollectionEntity.State.HELD));
  }
}
