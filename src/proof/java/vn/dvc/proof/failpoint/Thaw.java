package vn.dvc.proof.failpoint;

/**
 * When a frozen thread continues: in the middle of what others do about it rather than after
 * everything is over, so that an old answer meets a newer state.
 */
enum Thaw {
  /** Its task is free again, and another node has taken it or is about to. */
  LOCK_OVER("its lock has expired"),
  /** Another node has recorded an inquiry that is not answered yet. */
  ASKED("an inquiry about it is recorded");

  private final String words;

  Thaw(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
