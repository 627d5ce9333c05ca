package vn.dvc.sandbox.bank.attempts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;

/** An attempt that never arrived and will never be accepted. */
public record SandboxTombstone(UUID attemptRef, @Nullable Long amount) implements SandboxAttempt {

  @Override
  public AttemptState state() {
    return AttemptState.TOMBSTONED;
  }

  @Override
  public AttemptState goal() {
    return AttemptState.TOMBSTONED;
  }
}
