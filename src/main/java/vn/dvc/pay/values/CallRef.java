package vn.dvc.pay.values;

import java.util.Optional;
import java.util.UUID;

/** Names one request to a bank; the bank knows a repeated request by it. */
public record CallRef(UUID id) {

  public static CallRef of(String text) {
    return new CallRef(UUID.fromString(text));
  }

  /** In either case, with or without hyphens; empty for a text that names no request. */
  public static Optional<CallRef> parse(String text) {
    return UuidText.read(text).map(CallRef::new);
  }

  public static CallRef fresh() {
    return new CallRef(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
