package vn.dvc.proof.failpoint;

/** Where a request, a message or an outcome can be interrupted on its way. */
public enum Point {
  /** Recorded, in a transaction that is not committed yet. */
  PREPARED("before its commit"),
  /** Recorded and committed, with nobody informed. */
  WRITTEN("after its commit"),
  /** Claimed, in a transaction that is not committed yet. */
  CLAIMING("before the claim's commit"),
  /** Claimed and committed, but the claimant does not learn of it. */
  CLAIM_KEPT("after the claim's commit"),
  /** Nobody else may send it any more, and it has not left. */
  CLAIMED("before it is sent"),
  /** The bank has it; its answer is not read. */
  AT_BANK("while the bank works on it"),
  /** The answer is read but not recorded. */
  ANSWERED("with the answer in hand"),
  /**
   * The answer is recorded and the process informed, in a transaction that is not committed yet.
   */
  RECORDED("before the outcome's commit"),
  /** Answer and process are committed. */
  KEPT("after the outcome's commit"),
  /** A bank's own message has arrived but is not stored. */
  TOLD("before the message is stored"),
  /** A bank's own message is stored but not answered. */
  STORED("before the message is answered"),
  /** The money is here, and the dossiers are being marked as paid. */
  SETTLING("while the dossiers are marked as paid");

  private final String words;

  Point(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
