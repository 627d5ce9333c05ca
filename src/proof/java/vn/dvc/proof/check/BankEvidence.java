package vn.dvc.proof.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the banks say, all of them together: what moved, and what they received. */
public record BankEvidence(List<Movement> movements, List<Request> requests) {

  /**
   * A line of a bank's ledger.
   *
   * @param kind HOLD, VOID, DEBIT, REVERSAL or COLLECTION
   * @param attempt null of a collection
   * @param original the attempt whose money a reversal gives back
   * @param collection the reference of a collection, or of the one that a reversal gives back
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
   * A request as it arrived, before the bank asked itself whether it had come before.
   *
   * @param fault how the bank misbehaved, null where it did not
   */
  public record Request(
      String bank, String operation, UUID attempt, UUID call, Instant at, String fault) {}
}
