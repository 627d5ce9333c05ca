package vn.dvc.pay.payment.collection.policy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;

/** What collection-policy.dmn rules for money that came in: asked once, kept on the collection. */
@Component
public class CollectionPolicy {
  private static final Logger LOG = LoggerFactory.getLogger(CollectionPolicy.class);
  private static final String TABLE = "collection-policy";

  private final Decisions decisions;

  CollectionPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  /** A table that says nothing we know of still makes a case: money is never left lying. */
  public CollectionRuling rule(CollectionFacts facts) {
    try {
      return CollectionRuling.of(decisions.decide(TABLE, facts.inputs()));
    } catch (IllegalStateException | IllegalArgumentException nothingWeKnow) {
      LOG.error("Table {} does not rule {}: two persons have to", TABLE, facts);
      return CollectionRuling.withoutTable(TABLE);
    }
  }
}
