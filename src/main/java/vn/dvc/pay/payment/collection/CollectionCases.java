package vn.dvc.pay.payment.collection;

import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;

/** Opens the one case of a collection that does not pay by itself. */
@Component
class CollectionCases {
  private static final String MONEY = "COLLECTED";

  private final Cases cases;
  private final CollectionEvidence evidence;

  CollectionCases(Cases cases, CollectionEvidence evidence) {
    this.cases = cases;
    this.evidence = evidence;
  }

  /** It names a payment of ours, locked by the caller. */
  void open(CollectionRow row, PaymentRow payment, Ruling ruling, CollectionFacts facts) {
    var kind = ruling.action() == Ruling.Action.CASE ? ruling.caseKind() : CollectionKinds.DOUBTFUL;
    cases.open(
        kind,
        row.id().toString(),
        payment.id().text(),
        MONEY,
        evidence.of(row, payment, ruling, facts));
  }

  /** It names no payment of ours, or more than one. */
  void openUnknown(CollectionRow row, Instructions.Named named, Ruling ruling) {
    cases.open(
        ruling.caseKind(), row.id().toString(), null, MONEY, evidence.of(row, named, ruling));
  }
}
