package vn.dvc.proof.check;

/**
 * An invariant that does not hold.
 *
 * @param invariant I1 to I17
 * @param payment whose it is; an attempt, a dossier or empty where no payment is known
 */
public record Violation(String invariant, String payment, String sentence) {

  @Override
  public String toString() {
    return invariant + " " + (payment.isEmpty() ? "" : payment + ": ") + sentence;
  }
}
