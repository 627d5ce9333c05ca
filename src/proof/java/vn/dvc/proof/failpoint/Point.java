package vn.dvc.proof.failpoint;

/** Where on its way a request, a message or an outcome can be broken off. */
public enum Point {
  /** Written down, in the transaction that is not committed yet. */
  PREPARED("before its commit"),
  /** Written down and committed, nobody told. */
  WRITTEN("after its commit"),
  /** The right to send it is taken, in the transaction that is not committed yet. */
  CLAIMING("before the claim's commit"),
  /** The right to send it is taken, and its taker does not hear of it. */
  CLAIM_KEPT("after the claim's commit"),
  /** Nobody else may send it any more, and it has not left. */
  CLAIMED("before it is sent"),
  /** The bank has it; its answer is not read. */
  AT_BANK("while the bank works on it"),
  /** The answer is read and nowhere written. */
  ANSWERED("with the answer in hand"),
  /** The answer is written and the process told, in a transaction that is not committed yet. */
  RECORDED("before the outcome's commit"),
  /** Answer and process are committed. */
  KEPT("after the outcome's commit"),
  /** A bank's own message came, and is not stored. */
  TOLD("before the message is stored"),
  /** A bank's own message is stored and not answered. */
  STORED("before the message is answered"),
  /** The money is here, and the dossiers are being marked. */
  SETTLING("while the dossiers are marked");

  private final String words;

  Point(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
