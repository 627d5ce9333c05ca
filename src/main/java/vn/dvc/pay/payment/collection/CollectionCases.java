package vn.dvc.pay.payment.collection;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;

/** Opens the one case of a collection that does not pay by itself. */
@Component
class CollectionCases {
  private static final String MONEY = "COLLECTED";

  /** Shared with a bank's answers that do not fit what is settled; it decides no money. */
  private static final String CONTRADICTED = "bank-contradiction";

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

  /** The bank tells otherwise of what is taken in: it stays as it is until two persons know. */
  void openDiffering(CollectionRow row, CollectionReceived told) {
    cases.open(
        CONTRADICTED,
        row.id().toString(),
        row.payment() == null ? null : row.payment().text(),
        MONEY,
        evidence.of(row, told));
  }
}
