package vn.dvc.pay.values;

import java.util.UUID;

/** Names one request to a bank; the bank knows a repeated request by it. */
public record CallRef(UUID id) {

  public static CallRef of(String text) {
    return new CallRef(UUID.fromString(text));
  }

  public static CallRef fresh() {
    return new CallRef(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
