package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a bank can be asked. */
public enum Operation {
  AUTHORISE,
  OTP,
  RESEND,
  CAPTURE,
  VOID,
  TOMBSTONE,
  INQUIRY;

  public static Optional<Operation> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
