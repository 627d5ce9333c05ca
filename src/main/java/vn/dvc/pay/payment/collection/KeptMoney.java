package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.counter.CounterMoney;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;

/** What the collections of a payment mean for its process. */
@Component
class KeptMoney implements CounterMoney {
  private final CollectionRepository rows;
  private final Reversals reversals;

  KeptMoney(CollectionRepository rows, Reversals reversals) {
    this.rows = rows;
    this.reversals = reversals;
  }

  @Override
  public boolean isLookedAt(PaymentEntity payment) {
    return !rows.of(payment.id().text(), EnumSet.of(CollectionEntity.State.UNDECIDED)).isEmpty();
  }

  @Override
  public boolean isWhole(PaymentEntity payment) {
    return rows.of(payment.id().text(), CollectionEntity.State.PAYING).stream()
            .mapToLong(CollectionEntity::taken)
            .sum()
        == payment.amount().dong();
  }

  @Override
  public void giveBackHeld(PaymentEntity payment) {
    var id = payment.id().text();
    for (var row : rows.lockOf(id, EnumSet.of(CollectionEntity.State.HELD))) {
      row.heldGoesBack(
          reversals.giveBack(
              OriginalMoney.collected(row.bank(), row.reference()),
              id,
              row.amount(),
              "DVC Pay, the rest was not paid for " + id));
    }
  }
}
