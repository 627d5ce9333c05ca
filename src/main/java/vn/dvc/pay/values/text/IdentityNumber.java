package vn.dvc.pay.values.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number by which the portal knows a natural person: the personal number (số định danh cá nhân)
 * of twelve digits; for foreigners without one the passport's number, six to nine letters and
 * digits, or the tax code of ten digits that they keep.
 *
 * <p>Sources: Law on Identification 2023 (26/2023/QH15), article 12 (personal number) and 46(2)
 * (the former identity cards, most of them with nine digits, ended on 31 December 2024); ICAO 9303
 * part 4 (passport numbers of at most nine characters); Circular 86/2024/TT-BTC (tax codes). A
 * number of nine digits is therefore read as a passport's.
 */
public record IdentityNumber(String text) {
  private static final Pattern PERSONAL = Pattern.compile("[0-9]{12}");
  private static final Pattern PASSPORT = Pattern.compile("(?=.*[0-9])[0-9A-Z]{6,9}");
  private static final int BRANCH = 13;

  public static IdentityNumber of(String typed) {
    var text = normal(typed);
    if (text == null || text.isEmpty()) {
      throw RefusedText.because(RefusedText.Why.MISSING);
    }
    if (!isPersonal(text)
        && !PASSPORT.matcher(text).matches()
        && !(text.length() == 10 && TaxCode.isValid(text))) {
      throw RefusedText.because(RefusedText.Why.FORM);
    }
    return new IdentityNumber(text);
  }

  static boolean isPersonal(String text) {
    return PERSONAL.matcher(text).matches();
  }

  /**
   * The one spelling of an identity number or tax code: capitals and digits without blanks, dots
   * and dashes, but for the hyphen before the three digits of a branch. Refuses nothing; null stays
   * null.
   */
  public static @Nullable String normal(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    var text = Digits.withoutGroups(typed).toUpperCase(Locale.ROOT);
    return text.length() == BRANCH && Digits.areAll(text)
        ? text.substring(0, 10) + "-" + text.substring(10)
        : text;
  }

  @Override
  public String toString() {
    return text;
  }
}
