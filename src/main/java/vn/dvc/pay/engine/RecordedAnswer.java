package vn.dvc.pay.engine;

/**
 * What a task that called the outside brought home. The inbox runs {@link #record()} in the one
 * transaction that also completes the task, so that fact and process move together.
 */
@FunctionalInterface
public interface RecordedAnswer {

  /** Writes the answer down, idempotently, and returns the verdict word that the model reads. */
  String record();
}
