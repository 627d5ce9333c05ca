package vn.dvc.sandbox.bank.attempts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;

/** An attempt that its bank no longer knows; what was held for it is released. */
public record Forgotten(UUID attemptRef, @Nullable Long amount, Instant at)
    implements SandboxAttempt {

  @Override
  public AttemptState state() {
    return AttemptState.NOT_FOUND;
  }

  @Override
  public AttemptState goal() {
    return AttemptState.NOT_FOUND;
  }
}
