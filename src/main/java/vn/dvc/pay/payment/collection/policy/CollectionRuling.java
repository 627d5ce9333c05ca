package vn.dvc.pay.payment.collection.policy;

import vn.dvc.pay.engine.Decisions.Decision;

/**
 * The result of collection-policy.dmn for one collection.
 *
 * @param caseKind the kind of case to open, if any
 * @param proposal the decision proposed to the two persons
 * @param source the table and its version
 */
public record CollectionRuling(Action action, String caseKind, Proposal proposal, String source) {

  public CollectionRuling {
    if (action == Action.CASE && !CollectionKinds.isOurs(caseKind)) {
      throw new IllegalArgumentException("Unknown kind of collection case: " + caseKind);
    }
  }

  /**
   * @throws IllegalArgumentException if the table returns an unknown word
   */
  static CollectionRuling of(Decision decision) {
    return new CollectionRuling(
        Action.valueOf(text(decision, "action")),
        text(decision, "caseKind"),
        Proposal.valueOf(text(decision, "proposal")),
        decision.source());
  }

  static CollectionRuling withoutTable(String table) {
    return new CollectionRuling(
        Action.CASE, CollectionKinds.DOUBTFUL, Proposal.ASK_BANK, table + ":none");
  }

  /**
   * Whether it pays automatically. The table must say so and the amount must allow it, so that no
   * edited cell lets too little pay or keeps an excess.
   */
  public boolean paysBy(CollectionFacts facts) {
    return facts.standing() == PaymentStanding.WAITING
        && facts.owed()
        && switch (action) {
          case PAY -> facts.relation() == Balance.Relation.EXACT;
          case PAY_AND_RETURN_REST -> facts.relation() == Balance.Relation.MORE;
          case CASE -> false;
        };
  }

  public String words() {
    return action == Action.CASE ? action + " " + caseKind + " " + proposal : action.name();
  }

  private static String text(Decision decision, String output) {
    return String.valueOf(decision.outputs().get(output));
  }

  /** What happens automatically. */
  public enum Action {
    PAY,
    PAY_AND_RETURN_REST,
    CASE
  }

  /** The decision proposed to two persons; its text is under {@code case.collection.proposal}. */
  enum Proposal {
    ACCEPT,
    ACCEPT_AND_RETURN_REST,
    TOP_UP_OR_RETURN,
    RETURN,
    ASK_BANK,
    FIND_PAYER,
    CHOOSE_PAYMENT
  }
}
