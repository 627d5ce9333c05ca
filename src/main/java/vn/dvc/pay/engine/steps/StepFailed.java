package vn.dvc.pay.engine.steps;

/** Stands in the engine and its log for a failure whose own text must not be kept. */
public final class StepFailed extends RuntimeException {

  private StepFailed(String cause) {
    super(cause, null, false, false);
  }

  public static StepFailed because(Throwable failure) {
    return failure instanceof StepFailed known ? known : new StepFailed(SafeCause.of(failure));
  }
}
