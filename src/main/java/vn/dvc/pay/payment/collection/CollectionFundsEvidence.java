package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.settlement.FundsEvidence;

/**
 * The proof by collections: what was taken of them, and does not go back, is exactly what is owed,
 * whatever a table or two persons said.
 */
@Component
class CollectionFundsEvidence implements FundsEvidence {
  private final CollectionRepository collections;

  CollectionFundsEvidence(CollectionRepository collections) {
    this.collections = collections;
  }

  @Override
  public boolean covers(Method method) {
    return method == Method.COUNTER;
  }

  @Override
  public void demandPaid(PaymentEntity row) {
    var paying = collections.lockOf(row.id().text(), CollectionEntity.State.PAYING);
    var taken = paying.stream().mapToLong(CollectionEntity::taken).sum();
    var lines = row.lines().stream().mapToLong(PaymentLine::amount).sum();
    if (taken != lines || row.amount().dong() != lines || !paying.stream().allMatch(this::holds)) {
      throw new IllegalStateException(
          "No collections of exactly what this payment owes, so nothing is marked paid");
    }
  }

  @Override
  public void demandNothingHeld(PaymentEntity row) {
    var held = EnumSet.copyOf(CollectionEntity.State.PAYING);
    held.add(CollectionEntity.State.HELD);
    held.add(CollectionEntity.State.UNDECIDED);
    if (!collections.lockOf(row.id().text(), held).isEmpty()) {
      throw new IllegalStateException("Not to be ended unpaid: money that came in may pay it");
    }
  }

  /** What is taken of a collection is all of it but what goes back. */
  private boolean holds(CollectionEntity row) {
    var back = row.reversal() == null ? 0 : collections.goingBackBy(row.reversal()).orElse(0L);
    return row.isTakenRightly() && row.taken() + back == row.amount().dong();
  }
}
