package vn.dvc.pay.payment.collection;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseProposed;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.reversal.OriginalMoney;
import vn.dvc.pay.payment.reversal.ReversalDone;
import vn.dvc.pay.payment.reversal.Reversals;
import vn.dvc.pay.values.PaymentId;

/** Carries out what two persons decided about a collection, in their transaction. */
@Component
class DecidedCollections {
  private final CollectionRepository rows;
  private final PaymentBook book;
  private final Acceptance acceptance;
  private final Reversals reversals;

  DecidedCollections(
      CollectionRepository rows, PaymentBook book, Acceptance acceptance, Reversals reversals) {
    this.rows = rows;
    this.book = book;
    this.acceptance = acceptance;
    this.reversals = reversals;
  }

  /** What could not be carried out is refused to the first person already. */
  @EventListener
  void look(CaseProposed proposed) {
    if (CollectionKinds.isOurs(proposed.kind())
        && proposed.decision().equals(CollectionKinds.ACCEPT)) {
      acceptance.demandPossible(UUID.fromString(proposed.subject()), proposed.reason());
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!CollectionKinds.isOurs(decided.kind())) {
      return;
    }
    var collection = UUID.fromString(decided.subject());
    if (decided.decision().equals(CollectionKinds.ACCEPT)) {
      acceptance.accept(collection, decided.reason(), decided.id());
    } else {
      giveBack(collection, decided.id());
    }
  }

  @EventListener
  void givenBack(ReversalDone done) {
    rows.lockReversedBy(done.reversal()).ifPresent(CollectionRow::givenBack);
  }

  private void giveBack(UUID collection, String caseId) {
    rows.paymentOf(collection).map(PaymentId::of).ifPresent(book::lock);
    var row = rows.lock(collection).orElseThrow();
    var original = OriginalMoney.collected(row.bank(), row.reference());
    var payment = row.payment() == null ? null : row.payment().text();
    row.giveBack(reversals.giveBack(original, payment, row.amount(), "DVC Pay, case " + caseId));
  }
}
