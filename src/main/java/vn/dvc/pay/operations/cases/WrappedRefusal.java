package vn.dvc.pay.operations.cases;

import vn.dvc.pay.values.Problem;

/** The refusal inside what the engine wrapped around it. */
final class WrappedRefusal {
  private WrappedRefusal() {}

  /** The problem that made this fail; anything that is no refusal goes on as it is. */
  static Problem in(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    throw failure;
  }
}
