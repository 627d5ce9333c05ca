package vn.dvc.pay.values;

import java.util.UUID;

/** Names one try to move money, for us and for the bank. */
public record AttemptRef(UUID id) {

  public static AttemptRef of(String text) {
    return new AttemptRef(UUID.fromString(text));
  }

  public static AttemptRef fresh() {
    return new AttemptRef(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
