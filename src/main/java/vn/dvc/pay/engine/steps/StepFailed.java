package vn.dvc.pay.engine.steps;

import vn.dvc.pay.engine.DatabaseFailures;

/**
 * Stands in the engine and its log for a failure whose own text must not be kept. Of the failure's
 * causes it keeps the SQL state of an outage, so that callers know it is not the step's fault.
 */
public final class StepFailed extends RuntimeException {

  private StepFailed(String cause, Throwable outage) {
    super(cause, outage, false, false);
  }

  public static StepFailed because(Throwable failure) {
    return failure instanceof StepFailed known
        ? known
        : new StepFailed(SafeCause.of(failure), DatabaseFailures.outage(failure).orElse(null));
  }
}
