package vn.dvc.proof.failpoint;

/** Ends a dead thread's work. An error, so that no code of ours takes it for a failure to mend. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
