package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.CounterMoney;
import vn.dvc.pay.payment.reversal.OriginalMoney;
import vn.dvc.pay.payment.reversal.Reversals;

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
  public boolean isLookedAt(PaymentRow payment) {
    return !rows.of(payment.id().text(), EnumSet.of(CollectionRow.State.UNDECIDED)).isEmpty();
  }

  @Override
  public boolean isWhole(PaymentRow payment) {
    return rows.of(payment.id().text(), CollectionRow.State.PAYING).stream()
            .mapToLong(CollectionRow::taken)
            .sum()
        == payment.amount().dong();
  }

  @Override
  public void giveBackHeld(PaymentRow payment) {
    var id = payment.id().text();
    for (var row : rows.lockOf(id, EnumSet.of(CollectionRow.State.HELD))) {
      row.heldGoesBack(
          reversals.giveBack(
              OriginalMoney.collected(row.bank(), row.reference()),
              id,
              row.amount(),
              "DVC Pay, the rest was not paid for " + id));
    }
  }
}
