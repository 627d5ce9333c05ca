package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The requests that a bank accepts. */
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

  /** Whether it opens an attempt; the others refer to an existing one. */
  public boolean opens() {
    return switch (this) {
      case AUTHORISE, MANDATE, DEBIT, REVERSAL, TOMBSTONE -> true;
      default -> false;
    };
  }

  /** Whether it is only a question, which creates no attempt. */
  public boolean isQuestion() {
    return this == ENQUIRY || this == INQUIRY || this == STATEMENT;
  }

  /**
   * Whether its request contains an amount: always, never, or, for a tombstone, if its attempt did.
   */
  boolean needsAmount() {
    return switch (this) {
      case ENQUIRY, MANDATE, END_MANDATE, TOMBSTONE, INQUIRY, STATEMENT -> false;
      default -> true;
    };
  }
}
