package vn.dvc.pay.engine.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model, table or form that runs.
 *
 * @param version that the engine gave it, 0 for a form
 * @param tag of the release that brought it, null if the program did
 * @param brought what the program brings instead, null if that is the same or was decided before
 */
public record RunningFile(
    String file,
    byte[] bytes,
    int version,
    Instant since,
    @Nullable String tag,
    byte @Nullable [] brought) {}
