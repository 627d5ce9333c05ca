package vn.dvc.pay.engine.models;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file as the engine runs it.
 *
 * @param deployment that brought it
 * @param tag of the release that brought it, null if the program did
 * @param ofProgram what the program brought last, null if it never brought this file
 */
public record Running(
    String file,
    byte[] bytes,
    String deployment,
    Instant since,
    @Nullable String tag,
    byte @Nullable [] ofProgram) {

  /** Whether it differs from what the program brought because it was released. */
  public boolean isReleased() {
    return tag != null && !Arrays.equals(bytes, ofProgram);
  }

  /** After a later deployment: one that left the file as it is only brought it along. */
  Running then(Running later, boolean released) {
    return later.is(bytes)
        ? new Running(file, bytes, later.deployment, since, tag, ofProgram)
        : new Running(
            file,
            later.bytes,
            later.deployment,
            later.since,
            later.tag,
            released ? ofProgram : later.bytes);
  }

  public boolean is(byte[] others) {
    return Arrays.equals(bytes, others);
  }
}
