package vn.dvc.pay.values.text;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The short code in a transfer text that names the payment: DVC, eight random characters and a
 * check character. The alphabet is Crockford's, so reading O as 0, or I or L as 1, does no harm.
 * The check character detects every single wrong character and every swap of two characters.
 */
public record PaymentCode(String text) {
  private static final String PREFIX = "DVC";
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_SYMBOLS = 8;
  private static final int LENGTH = PREFIX.length() + RANDOM_SYMBOLS + 1;
  private static final Pattern OTHER_SIGNS = Pattern.compile("[^0-9A-Z]");
  private static final SecureRandom RANDOM = new SecureRandom();

  public PaymentCode {
    if (text.length() != LENGTH || !text.startsWith(PREFIX) || !checks(text)) {
      throw new IllegalArgumentException("Not a payment code");
    }
  }

  public static PaymentCode fresh() {
    var text = new StringBuilder(PREFIX);
    for (var i = 0; i < RANDOM_SYMBOLS; i++) {
      text.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    return new PaymentCode(text.append(SYMBOLS.charAt(doubled(sum(text)))).toString());
  }

  /**
   * The candidate codes in a transfer text, whatever the banks on its way did to it. A preceding
   * word can, with the start of a code, look like a code itself (in one of 32 cases), so look the
   * candidates up: only an issued code counts.
   */
  public static List<PaymentCode> in(String transferText) {
    var plain = plain(transferText);
    var found = new LinkedHashSet<PaymentCode>();
    for (var at = plain.indexOf(PREFIX);
        at >= 0 && at + LENGTH <= plain.length();
        at = plain.indexOf(PREFIX, at + 1)) {
      var read = PREFIX + asWritten(plain.substring(at + PREFIX.length(), at + LENGTH));
      if (checks(read)) {
        found.add(new PaymentCode(read));
      }
    }
    return List.copyOf(found);
  }

  /**
   * Reduces the text to capital letters and digits, because banks change case, drop diacritics and
   * insert spaces and punctuation.
   */
  private static String plain(String text) {
    return OTHER_SIGNS.matcher(PlainLetters.of(text)).replaceAll("");
  }

  private static String asWritten(String read) {
    return read.replace('O', '0').replace('I', '1').replace('L', '1');
  }

  private static boolean checks(String code) {
    return code.chars().skip(PREFIX.length()).allMatch(c -> SYMBOLS.indexOf(c) >= 0)
        && sum(code) == 0;
  }

  /** Horner's rule over the field of 32 elements: each position weighs twice the next one. */
  private static int sum(CharSequence code) {
    var sum = 0;
    for (var i = PREFIX.length(); i < code.length(); i++) {
      sum = doubled(sum) ^ SYMBOLS.indexOf(code.charAt(i));
    }
    return sum;
  }

  /**
   * Multiplies by x in GF(2)[x] modulo x^5 + x^2 + 1, where the powers of x are all 31 elements but
   * zero.
   */
  private static int doubled(int element) {
    var twice = element << 1;
    return twice < 32 ? twice : twice ^ 0b100101;
  }

  @Override
  public String toString() {
    return text;
  }
}
