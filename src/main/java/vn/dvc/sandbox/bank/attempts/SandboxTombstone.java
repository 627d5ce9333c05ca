package vn.dvc.sandbox.bank.attempts;

import java.util.UUID;
import vn.dvc.sandbox.bank.AttemptState;

/** An attempt that never came and now never may. */
public record SandboxTombstone(UUID attemptRef, Long amount) implements SandboxAttempt {

  @Override
  public AttemptState state() {
    return AttemptState.TOMBSTONED;
  }

  @Override
  public AttemptState goal() {
    return AttemptState.TOMBSTONED;
  }
}
