package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.book.LineRow;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.settle.ProofOfMoney;

/**
 * The proof by collections: what was taken of them, and does not go back, is exactly what is owed,
 * whatever a table or two persons said.
 */
@Component
class CollectionProof implements ProofOfMoney {
  private final CollectionRepository rows;

  CollectionProof(CollectionRepository rows) {
    this.rows = rows;
  }

  @Override
  public boolean covers(Method method) {
    return method == Method.COUNTER;
  }

  @Override
  public void demandPaid(PaymentRow row) {
    var paying = rows.lockOf(row.id().text(), CollectionRow.State.PAYING);
    var taken = paying.stream().mapToLong(CollectionRow::taken).sum();
    var lines = row.lines().stream().mapToLong(LineRow::amount).sum();
    if (taken != lines || row.amount().dong() != lines || !paying.stream().allMatch(this::holds)) {
      throw new IllegalStateException(
          "No collections of exactly what this payment owes, so nothing is marked paid");
    }
  }

  @Override
  public void demandNothingHeld(PaymentRow row) {
    var held = EnumSet.copyOf(CollectionRow.State.PAYING);
    held.add(CollectionRow.State.HELD);
    held.add(CollectionRow.State.UNDECIDED);
    if (!rows.lockOf(row.id().text(), held).isEmpty()) {
      throw new IllegalStateException("Not to be ended unpaid: money that came in may pay it");
    }
  }

  /** What is taken of a collection is all of it but what goes back. */
  private boolean holds(CollectionRow row) {
    var back = row.reversal() == null ? 0 : rows.goingBackBy(row.reversal()).orElse(0L);
    return row.isTakenRightly() && row.taken() + back == row.amount().dong();
  }
}
