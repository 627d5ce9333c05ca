package vn.dvc.proof.failpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the node on which the application runs; it can be wrong. */
final class NodeClock extends Clock {
  private final Clock right;
  private volatile Duration off = Duration.ZERO;

  NodeClock(Clock right) {
    this.right = right;
  }

  void isOff(Duration by) {
    off = by;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(off);
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The application asks its clock for instants only");
  }
}
