package vn.dvc.pay.values;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.text.Digits;

/**
 * A bank account: the {@link BankCode} and the number, which may contain letters, as older numbers
 * and aliases do; at most 19 characters, VietQR's limit.
 */
public record AccountNumber(String bank, String number) {
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{6,19}");

  public AccountNumber {
    if (!BankCode.isValid(bank) || !isValid(number)) {
      throw new IllegalArgumentException("Not an account number");
    }
  }

  /** The one spelling of a number that was typed or pasted in groups; null stays null. */
  public static @Nullable String normal(@Nullable String typed) {
    return typed == null ? null : Digits.withoutGroups(typed).toUpperCase(Locale.ROOT);
  }

  /**
   * Whether this has the form of an account number; only the bank knows whether the account exists.
   */
  public static boolean isValid(@Nullable String number) {
    return number != null && NUMBER.matcher(number).matches();
  }

  /**
   * The number with all but its last four characters hidden, for display where it need not be read.
   */
  public String masked() {
    var hidden = number.length() - 4;
    return "*".repeat(hidden) + number.substring(hidden);
  }
}
