package vn.dvc.pay.payment.collection;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.CollectionKinds;
import vn.dvc.pay.payment.collection.policy.CollectionRuling;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.event.UnusedMoneyEvents;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Opens the single case of a collection that does not pay automatically. */
@Component
class CollectionCases {
  private static final String MONEY = "COLLECTED";

  /** Shared with bank answers that contradict a settled outcome; this case moves no money. */
  private static final String CONTRADICTED = "bank-contradiction";

  private final Cases cases;
  private final CollectionEvidence evidence;
  private final UnusedMoneyEvents events;

  CollectionCases(Cases cases, CollectionEvidence evidence, UnusedMoneyEvents events) {
    this.cases = cases;
    this.evidence = evidence;
    this.events = events;
  }

  /** For a collection that names one of our payments, which the caller has locked. */
  void open(
      CollectionEntity collection,
      PaymentEntity payment,
      CollectionRuling ruling,
      CollectionFacts facts) {
    var kind =
        ruling.action() == CollectionRuling.Action.CASE
            ? ruling.caseKind()
            : CollectionKinds.DOUBTFUL;
    cases.open(
        kind,
        collection.id().toString(),
        payment.id().text(),
        MONEY,
        evidence.of(collection, payment, ruling, facts));
    events.lookedAt(payment, collection.bank(), collection.reference(), collection.amount());
  }

  /** For a collection that names none of our payments, or several. */
  void openUnknown(CollectionEntity collection, Instructions.Named named, CollectionRuling ruling) {
    cases.open(
        ruling.caseKind(),
        collection.id().toString(),
        null,
        MONEY,
        evidence.of(collection, named, ruling));
  }

  /**
   * For a collection that the bank now reports differently: it stays unchanged while two persons
   * look at it.
   */
  void openDiffering(CollectionEntity collection, CollectionReceived received) {
    cases.open(
        CONTRADICTED,
        collection.id().toString(),
        collection.payment() == null ? null : collection.payment().text(),
        MONEY,
        evidence.of(collection, received));
  }
}
