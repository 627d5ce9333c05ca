package vn.dvc.pay.values;

/**
 * Who owes the fee, as the portal knows it: a citizen by personal number, an organisation by tax
 * code.
 */
public record Payer(Kind kind, String id, String name) {

  /** The two kinds of payer that the portal knows. */
  public enum Kind {
    INDIVIDUAL,
    ORGANISATION
  }
}
