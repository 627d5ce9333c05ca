package vn.dvc.sandbox.bank.attempts;

import java.util.UUID;
import vn.dvc.sandbox.bank.State;

/** An attempt that never came and now never may. */
public record Tombstone(UUID attemptRef, Long amount) implements Attempt {

  @Override
  public State state() {
    return State.TOMBSTONED;
  }

  @Override
  public State goal() {
    return State.TOMBSTONED;
  }
}
