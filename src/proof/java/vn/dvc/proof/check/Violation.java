package vn.dvc.proof.check;

/**
 * A violated invariant.
 *
 * @param invariant I1 to I17
 * @param payment the payment concerned; an attempt, a dossier or empty if no payment is known
 */
public record Violation(String invariant, String payment, String sentence) {

  @Override
  public String toString() {
    return invariant + " " + (payment.isEmpty() ? "" : payment + ": ") + sentence;
  }
}
