package vn.dvc.pay.values.card;

import vn.dvc.pay.values.text.Digits;

/**
 * The number of a card, 16 or 19 digits as the bank's cards have it. Groups may be set apart by
 * blanks, dots and dashes. Handled as characters that can be wiped, and never part of an exception.
 *
 * <p>Source: ISO/IEC 7812-1 (digits only, at most 19).
 */
public final class CardNumber {
  private CardNumber() {}

  /** The digits; empty if the text has anything else. */
  public static char[] digits(String typed) {
    return Digits.only(typed).orElse("").toCharArray();
  }
}
