package vn.dvc.sandbox.bank.state;

import java.time.Instant;
import java.util.UUID;

/** A message to a card holder's phone; the only place where a code can be read. */
public record Sms(String to, String text, String otp, UUID attemptRef, Instant at) {

  @Override
  public String toString() {
    return "Sms to attempt " + attemptRef;
  }
}
