package vn.dvc.pay.values.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tax code (mã số thuế) of an organisation or business: ten digits, the last of which checks
 * the others; those and, after a hyphen, three digits for a branch, such as 0100109106-001; or the
 * twelve digits of the personal number of a household business's representative.
 *
 * <p>Source: Circular 86/2024/TT-BTC, article 5(1) and (5), in force since 6 February 2025, for
 * household businesses since 1 July 2025. The codes that households had before, ten digits with or
 * without a branch, stay valid codes in form.
 */
public record TaxCode(String text) {
  private static final Pattern FORM =
      Pattern.compile("(?!00)\\d{2}(?!0{7})\\d{8}(-(?!000)\\d{3})?");
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  public TaxCode {
    if (!isValid(text)) {
      throw RefusedText.because(RefusedText.Why.FORM);
    }
  }

  /** Reads a code as people paste it: see {@link IdentityNumber#normal}. */
  public static TaxCode of(String typed) {
    return new TaxCode(IdentityNumber.normal(typed));
  }

  /** Whether the text is a code in the one spelling that we keep. */
  public static boolean isValid(@Nullable String text) {
    return text != null
        && (IdentityNumber.isPersonal(text)
            || FORM.matcher(text).matches() && checkDigit(text) == digit(text, 9));
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
