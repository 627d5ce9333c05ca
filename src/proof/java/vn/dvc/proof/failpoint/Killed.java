package vn.dvc.proof.failpoint;

/**
 * Ends a dead thread's work. An Error, so that none of our code treats it as a failure to recover
 * from.
 */
public final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
