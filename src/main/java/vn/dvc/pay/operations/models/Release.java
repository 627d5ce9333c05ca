package vn.dvc.pay.operations.models;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.rehearsal.Rehearsed;

/**
 * Files that wait for a second person, or no longer do.
 *
 * @param number of all releases, for its tag
 * @param decision null as long as it waits
 */
public record Release(
    UUID id,
    int number,
    State state,
    String proposedBy,
    Instant proposedAt,
    String why,
    List<Rehearsed> rehearsal,
    @Nullable Decision decision,
    List<File> files) {

  /** What became of it. */
  public enum State {
    PROPOSED,
    RELEASED,
    REFUSED,
    WITHDRAWN
  }

  public record Decision(String by, Instant at, String reason) {}

  /**
   * @param before what ran when it was uploaded, null if nothing did
   */
  public record File(String name, byte @Nullable [] before, byte[] content) {}

  /** What the engine's deployment and the audit trail call it. */
  public String tag() {
    return "R" + number;
  }

  public boolean isWaiting() {
    return state == State.PROPOSED;
  }
}
