package vn.dvc.sandbox.bank.attempts;

import java.time.Instant;

/** The code that was sent but not entered yet; stored only as a keyed hash. */
public record PendingOtp(
    String hash, String sentTo, Instant validUntil, int triesLeft, int resendsLeft) {

  public PendingOtp oneTryLess() {
    return new PendingOtp(hash, sentTo, validUntil, triesLeft - 1, resendsLeft);
  }
}
