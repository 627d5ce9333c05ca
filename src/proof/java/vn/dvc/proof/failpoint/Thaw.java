package vn.dvc.proof.failpoint;

/**
 * When who was frozen goes on: in the middle of what others do about it, not after all is over.
 * Then an old answer meets a newer state.
 */
enum Thaw {
  /** Its task is anybody's again, and another node has taken it or is about to. */
  LOCK_OVER("its lock is over"),
  /** Another node has written an inquiry down, which is not answered yet. */
  ASKED("the bank is asked about it");

  private final String words;

  Thaw(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
