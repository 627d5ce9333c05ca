package vn.dvc.proof.failpoint;

/** What is done to the thread that reaches a point. */
public enum Deed {
  /** It is dead from here on, as by kill -9: nothing that it still tries has any effect. */
  KILL("killed"),
  /** It stops, as by SIGSTOP, until it is released; then it goes on as if nothing had happened. */
  FREEZE("frozen"),
  /**
   * The database connection breaks: before a commit the work is undone, after it only the
   * confirmation is lost.
   */
  CUT("cut off from the database"),
  /** It throws, like a bug of ours. */
  FAIL("failing");

  private final String words;

  Deed(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
