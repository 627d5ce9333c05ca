package vn.dvc.pay.values;

import java.util.Optional;
import java.util.UUID;

/** Identifies one request to a bank; the bank recognises a repeated request by it. */
public record CallRef(UUID id) {

  public static CallRef of(String text) {
    return new CallRef(UUID.fromString(text));
  }

  /**
   * Accepts upper and lower case, with or without hyphens; empty if the text is no call reference.
   */
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
