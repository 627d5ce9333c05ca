package vn.dvc.pay.cases;

import vn.dvc.pay.values.Problem;

/** Why a person decided so. Nothing about money is decided without one. */
public final class Reason {
  private static final int LONGEST = 900;

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
    if (text.strip().length() > LONGEST) {
      throw Problem.invalid("reason-too-long");
    }
    return text.strip();
  }
}
