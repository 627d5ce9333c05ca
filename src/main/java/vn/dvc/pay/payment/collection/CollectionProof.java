package vn.dvc.pay.payment.collection;

import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.book.LineRow;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;
import vn.dvc.pay.payment.settle.ProofOfMoney;

/** The proof by a collection: of exactly the amount, or taken for it by two persons. */
@Component
class CollectionProof implements ProofOfMoney {
  private final CollectionRepository rows;
  private final Instructions instructions;

  CollectionProof(CollectionRepository rows, Instructions instructions) {
    this.rows = rows;
    this.instructions = instructions;
  }

  @Override
  public boolean covers(Method method) {
    return method == Method.COUNTER;
  }

  @Override
  public void demandPaid(PaymentRow row) {
    var paidBy = instructions.collectionOf(row.id()).flatMap(rows::lock);
    var lines = row.lines().stream().mapToLong(LineRow::amount).sum();
    if (paidBy.isEmpty()
        || !row.id().equals(paidBy.get().payment())
        || row.amount().dong() != lines
        || !isItsMoney(paidBy.get(), row)) {
      throw new IllegalStateException("No collection of this payment, so nothing is marked paid");
    }
  }

  @Override
  public void demandNothingHeld(PaymentRow row) {
    if (instructions.collectionOf(row.id()).isPresent()) {
      throw new IllegalStateException("Not to be ended unpaid: a collection paid it");
    }
  }

  private static boolean isItsMoney(CollectionRow collection, PaymentRow row) {
    return collection.isAcceptedByACase()
        || collection.state() == CollectionRow.State.BOUND
            && collection.amount().equals(row.amount());
  }
}
