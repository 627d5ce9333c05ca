package vn.dvc.proof.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The evidence of all banks together: what moved, and what they received. */
public record BankEvidence(List<Movement> movements, List<Request> requests) {

  /**
   * A line of a bank's ledger.
   *
   * @param kind HOLD, VOID, DEBIT, REVERSAL or COLLECTION
   * @param attempt null for a collection
   * @param original the attempt whose money a reversal gives back
   * @param collection the reference of a collection, or of the collection that a reversal gives
   *     back
   */
  public record Movement(
      String bank,
      UUID attempt,
      String kind,
      long amount,
      Instant at,
      UUID original,
      String collection) {}

  /**
   * A request as received, before the bank checked for repetition.
   *
   * @param fault how the bank misbehaved; null if it did not
   */
  public record Request(
      String bank, String operation, UUID attempt, UUID call, Instant at, String fault) {}
}
