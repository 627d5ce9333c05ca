package vn.dvc.pay.engine.steps;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import vn.dvc.pay.engine.DatabaseFailures;
import vn.dvc.pay.engine.SafeCause;

/**
 * Repeats work immediately, a few times, after a conflict with another transaction. A conflict does
 * not cost a step one of its tries; the engine recognises conflicts by its own exception, which we
 * give it without foreign text.
 */
public final class ConflictRetry {
  private static final int TIMES = 5;

  private ConflictRetry() {}

  /** Repeats the work while it meets conflicts. Each run must be its own transaction. */
  public static <T> T repeated(Supplier<T> work) {
    for (int time = 1; ; time++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (time == TIMES || !DatabaseFailures.isConflict(e)) {
          throw e;
        }
      }
    }
  }

  public static OptimisticLockingException because(Throwable failure) {
    return failure instanceof OptimisticLockingException known
        ? known
        : new OptimisticLockingException(
            "Another transaction was in the way: " + SafeCause.of(failure));
  }
}
