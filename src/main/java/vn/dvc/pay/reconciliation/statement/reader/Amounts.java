package vn.dvc.pay.reconciliation.statement.reader;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts in XML Schema's notation, which knows no exponents but any number of zeros. */
final class Amounts {
  private static final int MAX_LENGTH = 100;
  private static final int MAX_DIGITS = 18;
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

  private Amounts() {}

  /** A number of any size and sign, null for what is no number. */
  static @Nullable BigDecimal number(@Nullable String text) {
    return text != null && text.length() <= MAX_LENGTH && DECIMAL.matcher(text).matches()
        ? new BigDecimal(text)
        : null;
  }

  /** An amount as the standard allows it, which may have a fraction; otherwise null. */
  static @Nullable BigDecimal amount(@Nullable String text) {
    var number = number(text);
    return number == null || number.signum() < 0 || digits(number) > MAX_DIGITS ? null : number;
  }

  /**
   * Why this is no amount of dong, null if it is one.
   *
   * @param amount null if it could not be read
   */
  static @Nullable String objection(@Nullable BigDecimal amount, @Nullable String currency) {
    if (currency != null && !currency.equals("VND")) {
      return "currency-not-vnd";
    }
    if (amount == null) {
      return "amount-unreadable";
    }
    return isWhole(amount) ? null : "amount-not-whole-dong";
  }

  static boolean isWhole(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 0;
  }

  /** Null for what is no direction. */
  static @Nullable Boolean isCredit(@Nullable String indicator) {
    return "CRDT".equals(indicator) ? Boolean.TRUE : "DBIT".equals(indicator) ? false : null;
  }

  private static int digits(BigDecimal number) {
    return number.precision() - number.scale();
  }
}
