package vn.dvc.pay.payment.collection.policy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.ReadsTable.Column;

/**
 * Evaluates collection-policy.dmn for money that came in. It is evaluated once; the result is
 * stored with the collection.
 */
@ReadsTable(
    value = "collection-policy",
    inputs = {
      @Column(name = "relation", type = Balance.Relation.class),
      @Column(name = "standing", type = PaymentStanding.class),
      @Column(name = "owed", type = boolean.class),
      @Column(name = "plausibleDate", type = boolean.class),
      @Column(name = "ownAccount", type = boolean.class)
    },
    outputs = {
      @Column(name = "action", type = CollectionRuling.Action.class),
      @Column(
          name = "caseKind",
          type = String.class,
          texts = {
            CollectionKinds.NONE,
            CollectionKinds.WRONG_AMOUNT,
            CollectionKinds.UNKNOWN_CODE,
            CollectionKinds.AFTER_END,
            CollectionKinds.SECOND,
            CollectionKinds.DOUBTFUL,
            CollectionKinds.CANNOT_PAY
          }),
      @Column(name = "proposal", type = CollectionRuling.Proposal.class)
    })
@Component
public class CollectionPolicy {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionPolicy.class);
  private static final String TABLE = "collection-policy";

  private final Decisions decisions;

  CollectionPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  /** If the table gives no usable result, a case is opened: no money is left unattended. */
  public CollectionRuling rule(CollectionFacts facts) {
    try {
      return CollectionRuling.of(decisions.decide(TABLE, facts.inputs()));
    } catch (IllegalStateException | IllegalArgumentException nothingWeKnow) {
      LOG.error("Decision table {} gives no usable result for {}: opening a case", TABLE, facts);
      return CollectionRuling.withoutTable(TABLE);
    }
  }
}
