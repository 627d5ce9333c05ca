package vn.dvc.proof.failpoint;

/** What is done to whoever comes to a point. */
public enum Deed {
  /** It is dead from here on, as by kill -9: nothing that it still tries has any effect. */
  KILL("killed"),
  /** It stands still, as by SIGSTOP, until it is released: then it goes on as if nothing were. */
  FREEZE("frozen"),
  /** The database's connection breaks: before a commit it is undone, after it only unheard. */
  CUT("cut off from the database"),
  /** It throws, as a fault of ours would. */
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
