package vn.dvc.pay.payment.collection;

import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.CounterDesk;
import vn.dvc.pay.payment.reversal.OriginalMoney;
import vn.dvc.pay.payment.reversal.Reversals;
import vn.dvc.pay.values.Money;

/**
 * Makes collections the money of their payment: together exactly what it owes, and what is more
 * goes back by itself. Payment and collection are locked by the caller.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Taking {
  private final CollectionRepository rows;
  private final CollectionWeighing weighing;
  private final CounterDesk desk;
  private final Reversals reversals;

  Taking(
      CollectionRepository rows,
      CollectionWeighing weighing,
      CounterDesk desk,
      Reversals reversals) {
    this.rows = rows;
    this.weighing = weighing;
    this.desk = desk;
    this.reversals = reversals;
  }

  /** It pays by itself. The payment is paid when this returns. */
  void byItself(CollectionRow row, PaymentRow payment) {
    var missing = missing(row, payment);
    row.bind(missing);
    pay(row, payment);
  }

  /** Two persons say so. The payment is paid when this returns. */
  void byTwoPersons(CollectionRow row, PaymentRow payment, String caseId) {
    var missing = missing(row, payment);
    row.accept(payment.id(), missing, caseId);
    pay(row, payment);
  }

  /** Two persons keep what is too little; the payer is asked for the rest. */
  void keep(CollectionRow row, PaymentRow payment, String caseId) {
    var rest = weighing.balance(payment).missingAfter(row.amount());
    row.hold(caseId);
    desk.asksForRest(payment, rest);
  }

  private Money missing(CollectionRow row, PaymentRow payment) {
    var balance = weighing.balance(payment);
    if (!balance.isCoveredBy(row.amount())) {
      throw new IllegalStateException("Less than is owed pays nothing: " + balance);
    }
    return balance.missing();
  }

  private void pay(CollectionRow row, PaymentRow payment) {
    held(payment).forEach(CollectionRow::heldPays);
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

  private List<CollectionRow> held(PaymentRow payment) {
    return rows.lockOf(payment.id().text(), EnumSet.of(CollectionRow.State.HELD));
  }
}
