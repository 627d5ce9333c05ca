package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.counter.CounterMoney;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;

/** Answers what the process of a counter payment needs to know about its collections. */
@Component
class KeptMoney implements CounterMoney {
  private final CollectionRepository collections;
  private final Reversals reversals;

  KeptMoney(CollectionRepository collections, Reversals reversals) {
    this.collections = collections;
    this.reversals = reversals;
  }

  @Override
  public boolean isLookedAt(PaymentEntity payment) {
    return !collections
        .of(payment.id().text(), EnumSet.of(CollectionEntity.State.UNDECIDED))
        .isEmpty();
  }

  @Override
  public boolean isWhole(PaymentEntity payment) {
    return collections.of(payment.id().text(), CollectionEntity.State.PAYING).stream()
            .mapToLong(CollectionEntity::taken)
            .sum()
        == payment.amount().dong();
  }

  @Override
  public void giveBackHeld(PaymentEntity payment) {
    var id = payment.id().text();
    for (var collection : collections.lockOf(id, EnumSet.of(CollectionEntity.State.HELD))) {
      collection.heldGoesBack(
          reversals.giveBack(
              OriginalMoney.collected(collection.bank(), collection.reference()),
              id,
              collection.amount(),
              "DVC Pay, the rest was not paid for " + id));
    }
  }
}
