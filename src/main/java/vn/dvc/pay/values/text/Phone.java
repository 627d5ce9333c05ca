package vn.dvc.pay.values.text;

import java.util.regex.Pattern;

/**
 * A telephone number: 8 to 15 digits, after + where it begins with a country's code. Groups may be
 * set apart by blanks, dots, dashes and brackets; the zero in +84 (0)905 123 456 is dropped.
 *
 * <p>Sources: ITU-T E.164 (at most 15 digits), E.123 (how numbers are written), Circular
 * 22/2014/TT-BTTTT, as amended by 27/2021/TT-BTTTT (Vietnamese numbers: 10 or 11 digits from the
 * leading zero; 8 without area code).
 */
public record Phone(String text) {
  private static final Pattern BRACKETS = Pattern.compile("[()]");
  private static final Pattern NATIONAL_ZERO = Pattern.compile("(\\+84)\\(?0\\)?");
  private static final Pattern FORM = Pattern.compile("\\+?[0-9]{8,15}");

  public static Phone of(String typed) {
    var text = NATIONAL_ZERO.matcher(Digits.withoutGroups(typed)).replaceFirst("$1");
    text = BRACKETS.matcher(text).replaceAll("");
    if (text.isEmpty()) {
      throw RefusedText.because(RefusedText.Why.MISSING);
    }
    if (!FORM.matcher(text).matches()) {
      throw RefusedText.because(RefusedText.Why.FORM);
    }
    return new Phone(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
