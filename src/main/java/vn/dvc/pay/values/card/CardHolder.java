package vn.dvc.pay.values.card;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.dvc.pay.values.text.PlainLetters;

/**
 * The holder's name as embossed on a card: capital letters without diacritics, joined by blanks,
 * hyphens, apostrophes, dots or slashes, 2 to 26 characters.
 *
 * <p>Source: ISO/IEC 7813 (26 characters; EMV's cardholder name 5F20 likewise). pay.js has the same
 * rule, tested with the same table.
 */
public record CardHolder(String text) {
  private static final Pattern FORM =
      Pattern.compile("(?=.{2,26}$)[A-Z]+(?:(?:[ '/-]|\\. ?|' )[A-Z]+)*\\.?");

  /** Empty if it cannot be a name on a card. */
  public static Optional<CardHolder> read(String typed) {
    return Optional.ofNullable(typed)
        .map(PlainLetters::of)
        .filter(name -> FORM.matcher(name).matches())
        .map(CardHolder::new);
  }

  @Override
  public String toString() {
    return "CardHolder[…]";
  }
}
