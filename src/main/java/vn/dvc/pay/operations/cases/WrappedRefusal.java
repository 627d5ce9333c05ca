package vn.dvc.pay.operations.cases;

import vn.dvc.pay.values.Problem;

/** Extracts the refusal that the engine wrapped in its own exceptions. */
final class WrappedRefusal {
  private WrappedRefusal() {}

  /** The problem that caused this failure; any other exception is rethrown unchanged. */
  static Problem in(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    throw failure;
  }
}
