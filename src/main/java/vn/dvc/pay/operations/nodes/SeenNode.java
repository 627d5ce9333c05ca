package vn.dvc.pay.operations.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A program that runs, or that was killed without a word.
 *
 * @param id another one after each start
 * @param name its machine and port
 * @param version of the program, {@code -} if it was built by no release
 * @param seen when it last gave a sign of life, in database time
 */
public record SeenNode(
    UUID id, String name, String version, State state, Instant started, Instant seen) {
  /** Three signs of life were missed. */
  private static final Duration SILENT = Duration.ofSeconds(100);

  /** Whether it gives no sign of life any more: killed, frozen, or cut off from the database. */
  public boolean isSilent(Instant now) {
    return seen.plus(SILENT).isBefore(now);
  }

  /** Whether it takes requests. */
  public enum State {
    STARTING,
    READY,
    /** Ends what it has begun and then stops. */
    DRAINING
  }
}
