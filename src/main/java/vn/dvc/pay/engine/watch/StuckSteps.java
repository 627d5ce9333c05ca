package vn.dvc.pay.engine.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps that failed until their tries were used up and now wait for an operator. */
public interface StuckSteps {

  List<StuckStep> all();

  /** How many there are, without reading their models. */
  Count count();

  /**
   * @param oldest null if there is none
   */
  record Count(int steps, @Nullable Instant oldest) {}

  /**
   * Lets the step run once more.
   *
   * @throws vn.dvc.pay.values.Problem 404 {@code step-not-stuck} if it is not stuck (any more)
   */
  void retry(String id);

  /**
   * @param id identifies it for {@link #retry}
   * @param kind what failed: an external call, a step of our own, or the engine's own work
   * @param process the model's id, or {@code engine} for the engine's own work
   * @param activity the element's id in the model, or what kind of work the engine's own is
   * @param instance null where none has begun: a timer that starts one, or the engine's own work
   * @param cause the failure's type; never the text of a foreign exception
   */
  record StuckStep(
      String id,
      Kind kind,
      String process,
      String activity,
      String name,
      @Nullable String instance,
      @Nullable String businessKey,
      Instant since,
      @Nullable String cause) {}

  enum Kind {
    CALL,
    STEP,
    /** For example a clean-up of its history, or what somebody does to many instances at once. */
    ENGINE
  }
}
