package vn.dvc.pay.values;

import java.util.regex.Pattern;

/**
 * An organisation's tax code (mã số thuế): province, serial and check digit, followed by a number
 * for a branch; for example 0100109106 or 0100109106-001.
 */
public record TaxCode(String text) {
  private static final Pattern FORM =
      Pattern.compile("(?!00)\\d{2}(?!0{7})\\d{8}(-(?!000)\\d{3})?");
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  public TaxCode {
    if (!isValid(text)) {
      throw new IllegalArgumentException("Not a tax code");
    }
  }

  public static boolean isValid(String text) {
    return text != null && FORM.matcher(text).matches() && checkDigit(text) == digit(text, 9);
  }

  /** Ten, which no digit equals, where no tax code can begin with these nine digits. */
  private static int checkDigit(String text) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * digit(text, i);
    }
    return 10 - sum % 11;
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }

  @Override
  public String toString() {
    return text;
  }
}
