package vn.dvc.pay.operations.models;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move of running processes that waits for a second person, or no longer does.
 *
 * @param others elements that go elsewhere than to one of their own id
 * @param result null until the processes were moved
 */
public record Migration(
    UUID id,
    State state,
    String process,
    int from,
    int to,
    Map<String, String> others,
    String proposedBy,
    Instant proposedAt,
    String why,
    Release.@Nullable Decision decision,
    @Nullable Result result) {

  /** What became of it. */
  public enum State {
    PROPOSED,
    DONE,
    REFUSED
  }

  public record Result(int moved, int stayed) {}

  public boolean isWaiting() {
    return state == State.PROPOSED;
  }
}
