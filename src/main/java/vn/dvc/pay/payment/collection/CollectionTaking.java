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
  private final CollectionRepository rows;
  private final CollectionWeighing weighing;
  private final CounterMethod desk;
  private final Reversals reversals;

  CollectionTaking(
      CollectionRepository rows,
      CollectionWeighing weighing,
      CounterMethod desk,
      Reversals reversals) {
    this.rows = rows;
    this.weighing = weighing;
    this.desk = desk;
    this.reversals = reversals;
  }

  /** It pays by itself. The payment is paid when this returns. */
  void byItself(CollectionEntity row, PaymentEntity payment) {
    var missing = missing(row, payment);
    row.bind(missing);
    pay(row, payment);
  }

  /** Two persons say so. The payment is paid when this returns. */
  public void byTwoPersons(CollectionEntity row, PaymentEntity payment, String caseId) {
    var missing = missing(row, payment);
    row.accept(payment.id(), missing, caseId);
    pay(row, payment);
  }

  /** Two persons keep what is too little; the payer is asked for the rest. */
  public void keep(CollectionEntity row, PaymentEntity payment, String caseId) {
    var rest = weighing.balance(payment).missingAfter(row.amount());
    row.hold(caseId);
    desk.asksForRest(payment, rest);
  }

  private Money missing(CollectionEntity row, PaymentEntity payment) {
    var balance = weighing.balance(payment);
    if (!balance.isCoveredBy(row.amount())) {
      throw new IllegalStateException("Less than is owed pays nothing: " + balance);
    }
    return balance.missing();
  }

  private void pay(CollectionEntity row, PaymentEntity payment) {
    held(payment).forEach(CollectionEntity::heldPays);
    var rest = row.amount().dong() - row.taken();
    if (rest > 0) {
      row.restGoesBack(
          reversals.giveBack(
              OriginalMoney.collected(row.bank(), row.reference()),
              payment.id().text(),
              Money.dong(rest),
              "DVC Pay, more than was owed for " + payment.id().text()));
    }
    rows.flush();
    if (payment.status() == PaymentStatus.WAITING_FOR_COLLECTION) {
      desk.collected(payment);
    } else {
      desk.collectedLate(payment);
    }
  }

  private List<CollectionEntity> held(PaymentEntity payment) {
    return rows.lockOf(payment.id().text(), EnumSet.of(CollectionEntity.State.HELD));
  }
}
