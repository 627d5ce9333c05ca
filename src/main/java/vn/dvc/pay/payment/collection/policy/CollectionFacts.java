package vn.dvc.pay.payment.collection.policy;

import java.util.Map;

/**
 * The inputs of collection-policy.dmn, all taken from our own tables.
 *
 * @param owed whether the payment's dossiers still owe its amount, and no other payment holds them
 * @param plausibleDate whether the collection date reported by the bank is possible
 * @param ownAccount whether it arrived on the province's collecting account
 */
public record CollectionFacts(
    Balance.Relation relation,
    PaymentStanding standing,
    boolean owed,
    boolean plausibleDate,
    boolean ownAccount) {

  /** The facts about money that names none of our payments, or several. */
  public static CollectionFacts ofNoPayment(boolean several) {
    return new CollectionFacts(
        Balance.Relation.NONE,
        several ? PaymentStanding.AMBIGUOUS : PaymentStanding.UNKNOWN,
        false,
        true,
        true);
  }

  Map<String, Object> inputs() {
    return Map.of(
        "relation", relation.name(),
        "standing", standing.name(),
        "owed", owed,
        "plausibleDate", plausibleDate,
        "ownAccount", ownAccount);
  }
}
