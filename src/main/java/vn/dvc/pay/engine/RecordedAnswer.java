package vn.dvc.pay.engine;

/**
 * The answer to an external call. The worker runs {@link #record()} in the transaction that also
 * completes the task, so that fact and process move together.
 */
@FunctionalInterface
public interface RecordedAnswer {

  /** Records the answer, idempotently, and returns the verdict that the model reads. */
  String record();
}
