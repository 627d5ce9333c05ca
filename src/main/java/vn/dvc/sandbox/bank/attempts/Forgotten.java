package vn.dvc.sandbox.bank.attempts;

import java.time.Instant;
import java.util.UUID;
import vn.dvc.sandbox.bank.State;

/** An attempt that its bank no longer knows; what was held for it is free again. */
public record Forgotten(UUID attemptRef, Long amount, Instant at) implements Attempt {

  @Override
  public State state() {
    return State.NOT_FOUND;
  }

  @Override
  public State goal() {
    return State.NOT_FOUND;
  }
}
