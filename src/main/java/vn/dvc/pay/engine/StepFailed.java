package vn.dvc.pay.engine;

import org.jspecify.annotations.Nullable;

/**
 * Replaces, in the engine and its log, a failure whose own text must not be kept. Keeps the SQL
 * state of an outage, so that callers know that the step is not to blame.
 */
public final class StepFailed extends RuntimeException {

  private StepFailed(String cause, @Nullable Throwable outage) {
    super(cause, outage, false, false);
  }

  public static StepFailed because(Throwable failure) {
    return failure instanceof StepFailed known
        ? known
        : new StepFailed(SafeCause.of(failure), DatabaseFailures.outage(failure).orElse(null));
  }
}
