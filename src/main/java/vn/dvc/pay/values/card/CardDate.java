package vn.dvc.pay.values.card;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.dvc.pay.values.text.CleanText;

/**
 * Month and year on a card, kept as MM/YY. Typed with one or two digits for the month and two or
 * four for the year, set apart by a slash, dot, dash or blank; without them only as four digits.
 *
 * <p>Source: ISO/IEC 7813 (YYMM), printed on cards as MM/YY. pay.js has the same rule, tested with
 * the same table.
 */
public record CardDate(String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(0?[1-9]|1[0-2])(?:\\s?[/.\\p{Pd}]\\s?|\\s)(?:20)?|(0[1-9]|1[0-2])(?:20)?)([0-9]{2})");

  /** Empty if the text is no month and year. */
  public static Optional<CardDate> read(String typed) {
    var parts = FORM.matcher(typed == null ? "" : CleanText.of(typed));
    if (!parts.matches()) {
      return Optional.empty();
    }
    var month = parts.group(1) == null ? parts.group(2) : parts.group(1);
    return Optional.of(
        new CardDate((month.length() == 1 ? "0" : "") + month + "/" + parts.group(3)));
  }

  @Override
  public String toString() {
    return "CardDate[…]";
  }
}
