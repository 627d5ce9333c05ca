package vn.dvc.pay.engine.steps;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import vn.dvc.pay.engine.DatabaseFailures;

/**
 * What to do when another transaction was in the way: the same again at once, for a few times. A
 * conflict is no try of a step; the engine knows it by its own exception, which we give it without
 * foreign text.
 */
public final class ConflictRetry {
  private static final int TIMES = 5;

  private ConflictRetry() {}

  /** Does it again while it meets conflicts. Each time must be a transaction of its own. */
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
