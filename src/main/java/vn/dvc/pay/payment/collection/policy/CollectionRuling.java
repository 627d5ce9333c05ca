package vn.dvc.pay.payment.collection.policy;

import vn.dvc.pay.engine.Decisions.Decision;
import vn.dvc.pay.payment.collection.decision.CollectionKinds;

/**
 * What collection-policy.dmn rules for one collection.
 *
 * @param caseKind of the case that it becomes, where it does
 * @param proposal what two persons are proposed to decide
 * @param source the table and its version
 */
public record CollectionRuling(Action action, String caseKind, Proposal proposal, String source) {

  public CollectionRuling {
    if (action == Action.CASE && !CollectionKinds.isOurs(caseKind)) {
      throw new IllegalArgumentException("No kind of case of a collection: " + caseKind);
    }
  }

  /**
   * @throws IllegalArgumentException when the table says a word that we do not know
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
   * Whether it pays by itself: only as the table says and the sum allows, so that no edited cell
   * makes less than owed pay, or keeps what is more.
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

  /** What happens by itself. */
  public enum Action {
    PAY,
    PAY_AND_RETURN_REST,
    CASE
  }

  /** What two persons are proposed; its words stand under {@code case.collection.proposal}. */
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
