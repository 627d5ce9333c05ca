package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a bank can be asked. */
public enum SandboxOperation {
  AUTHORISE,
  OTP,
  RESEND,
  CAPTURE,
  VOID,
  ENQUIRY,
  MANDATE,
  END_MANDATE,
  DEBIT,
  REVERSAL,
  TOMBSTONE,
  INQUIRY,
  STATEMENT;

  public static Optional<SandboxOperation> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether an attempt begins with it; the others speak of one that is known. */
  public boolean opens() {
    return switch (this) {
      case AUTHORISE, MANDATE, DEBIT, REVERSAL, TOMBSTONE -> true;
      default -> false;
    };
  }

  /** Whether it only asks, so that no attempt comes of it. */
  public boolean isQuestion() {
    return this == ENQUIRY || this == INQUIRY || this == STATEMENT;
  }

  /** Whether its request names an amount: always, never, or, of a tombstone, as its attempt did. */
  boolean needsAmount() {
    return switch (this) {
      case ENQUIRY, MANDATE, END_MANDATE, TOMBSTONE, INQUIRY, STATEMENT -> false;
      default -> true;
    };
  }
}
