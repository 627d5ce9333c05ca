package vn.dvc.pay.engine;

import java.time.Instant;
import java.util.List;

/** Steps that failed until their tries were used up, and now wait for an operator. */
public interface StuckSteps {

  List<StuckStep> all();

  /**
   * Lets the step run once more.
   *
   * @throws vn.dvc.pay.values.Problem 404 {@code step-not-stuck} when it waits for nobody (any
   *     more)
   */
  void retry(String id);

  /**
   * @param id names it for {@link #retry}
   * @param kind what failed: a call to the outside or a step of our own
   * @param cause the typed failure; never the text of a foreign exception
   */
  record StuckStep(
      String id,
      Kind kind,
      String process,
      String activity,
      String name,
      String instance,
      String businessKey,
      Instant since,
      String cause) {}

  enum Kind {
    CALL,
    STEP
  }
}
