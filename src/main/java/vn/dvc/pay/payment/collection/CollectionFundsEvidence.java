package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.settlement.FundsEvidence;

/**
 * Evidence by collections: the amount taken, less what goes back, must be exactly what is owed,
 * whatever a decision table or two persons said.
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
  public void requireReceived(PaymentEntity payment) {
    var paying = collections.lockOf(payment.id().text(), CollectionEntity.State.PAYING);
    var taken = paying.stream().mapToLong(CollectionEntity::taken).sum();
    var lines = payment.lines().stream().mapToLong(PaymentLine::amount).sum();
    if (taken != lines
        || payment.amount().dong() != lines
        || !paying.stream().allMatch(this::addsUp)) {
      throw new IllegalStateException(
          "The collections are not exactly what this payment owes, so nothing is marked paid");
    }
  }

  @Override
  public void requireNothingHeld(PaymentEntity payment) {
    var held = EnumSet.copyOf(CollectionEntity.State.PAYING);
    held.add(CollectionEntity.State.HELD);
    held.add(CollectionEntity.State.UNDECIDED);
    if (!collections.lockOf(payment.id().text(), held).isEmpty()) {
      throw new IllegalStateException(
          "The payment cannot end unpaid: money that came in may still pay it");
    }
  }

  /** Whether the amount taken is the whole collection less what goes back. */
  private boolean addsUp(CollectionEntity collection) {
    var back =
        collection.reversal() == null
            ? 0
            : collections.goingBackBy(collection.reversal()).orElse(0L);
    return collection.isTakenRightly() && collection.taken() + back == collection.amount().dong();
  }
}
