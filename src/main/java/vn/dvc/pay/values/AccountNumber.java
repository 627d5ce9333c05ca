package vn.dvc.pay.values;

import java.util.regex.Pattern;

/**
 * An account at a bank: the bank's BIN and the number, letters and digits as older numbers and
 * aliases have them; 19 characters at most, the bound of VietQR.
 */
public record AccountNumber(String bank, String number) {
  private static final Pattern BIN = Pattern.compile("[0-9]{6}");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{6,19}");

  public AccountNumber {
    if (!BIN.matcher(bank).matches() || !NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("Not an account number");
    }
  }

  /** Whether the characters are those of an account number; only the bank knows the account. */
  public static boolean isValid(String number) {
    return number != null && NUMBER.matcher(number).matches();
  }

  /**
   * The number as it is shown where it need not be read: all but the last four characters hidden.
   */
  public String masked() {
    var hidden = number.length() - 4;
    return "*".repeat(hidden) + number.substring(hidden);
  }
}
