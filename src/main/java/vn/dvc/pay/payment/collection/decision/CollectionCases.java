package vn.dvc.pay.payment.collection.decision;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.payment.collection.CollectionEntity;
import vn.dvc.pay.payment.collection.policy.CollectionFacts;
import vn.dvc.pay.payment.collection.policy.CollectionRuling;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Opens the one case of a collection that does not pay by itself. */
@Component
public class CollectionCases {
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
  public void open(
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
  }

  /** It names no payment of ours, or more than one. */
  public void openUnknown(
      CollectionEntity collection, Instructions.Named named, CollectionRuling ruling) {
    cases.open(
        ruling.caseKind(),
        collection.id().toString(),
        null,
        MONEY,
        evidence.of(collection, named, ruling));
  }

  /** The bank tells otherwise of what is taken in: it stays as it is until two persons know. */
  public void openDiffering(CollectionEntity collection, CollectionReceived told) {
    cases.open(
        CONTRADICTED,
        collection.id().toString(),
        collection.payment() == null ? null : collection.payment().text(),
        MONEY,
        evidence.of(collection, told));
  }
}
