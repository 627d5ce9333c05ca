package vn.dvc.pay.cases;

import vn.dvc.pay.values.Problem;

/** A person's reason for a decision, required for every decision about money. */
public final class Reason {
  private static final int MAX_LENGTH = 900;

  private Reason() {}

  /**
   * The reason, trimmed.
   *
   * @throws Problem reason-missing, reason-too-long (422)
   */
  public static String of(String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid("reason-missing");
    }
    if (text.strip().length() > MAX_LENGTH) {
      throw Problem.invalid("reason-too-long");
    }
    return text.strip();
  }
}
