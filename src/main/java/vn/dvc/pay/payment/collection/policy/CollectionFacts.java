package vn.dvc.pay.payment.collection.policy;

import java.util.Map;

/**
 * What collection-policy.dmn is asked with, all of it from our own tables.
 *
 * @param owed whether the payment's dossiers still owe what it is for, and nobody else pays them
 * @param plausibleDate whether the bank can have collected it when it says
 * @param ownAccount whether it is on the province's collecting account
 */
public record CollectionFacts(
    Balance.Relation relation,
    PaymentStanding standing,
    boolean owed,
    boolean plausibleDate,
    boolean ownAccount) {

  /** Of money that names no payment of ours, or several. */
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
