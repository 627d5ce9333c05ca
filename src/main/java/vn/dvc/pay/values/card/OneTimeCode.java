package vn.dvc.pay.values.card;

import vn.dvc.pay.values.text.Digits;

/**
 * The code that a bank sends to a payer: six digits, however they are grouped. Handled as
 * characters that can be wiped, and never part of an exception.
 *
 * <p>Source: bank-v1.yaml, our contract with banks.
 */
public final class OneTimeCode {
  private static final int LENGTH = 6;

  private OneTimeCode() {}

  /** The digits; empty if the text is no code. */
  public static char[] digits(String typed) {
    return Digits.only(typed).filter(code -> code.length() == LENGTH).orElse("").toCharArray();
  }
}
