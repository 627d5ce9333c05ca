package vn.dvc.pay.limits;

/** By what tries are counted, as velocity-policy.dmn and {@code try_count} call it. */
public enum Counted {
  PAYER,
  /** Where the request comes from; not counted for the portal, which asks for all its payers. */
  ADDRESS,
  /** The card, by the token that its bank gives it: we never see a card's number. */
  CARD,
  DOSSIER,
  /** An account's bank and number. */
  ACCOUNT
}
