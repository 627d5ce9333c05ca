package vn.dvc.pay.payment.counter.instruction;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * The short code by which a transfer names its payment: DVC, eight random characters and one that
 * checks them. Its alphabet is Crockford's, so that O read as 0, and I or L read as 1, do no harm.
 * The check finds every single wrong character and every two that changed places.
 */
public record PaymentCode(String text) {
  private static final String PREFIX = "DVC";
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_SYMBOLS = 8;
  private static final int LENGTH = PREFIX.length() + RANDOM_SYMBOLS + 1;
  private static final SecureRandom RANDOM = new SecureRandom();

  public PaymentCode {
    if (text.length() != LENGTH || !text.startsWith(PREFIX) || !checks(text)) {
      throw new IllegalArgumentException("Not a payment code");
    }
  }

  static PaymentCode fresh() {
    var text = new StringBuilder(PREFIX);
    for (var i = 0; i < RANDOM_SYMBOLS; i++) {
      text.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    return new PaymentCode(text.append(SYMBOLS.charAt(doubled(sum(text)))).toString());
  }

  /**
   * The codes that a transfer text may hold, whatever the banks on its way did to it. Words before
   * a code can look like one together with its beginning (in one of 32 cases), so these are for
   * looking up: only what was issued counts.
   */
  static List<PaymentCode> in(String transferText) {
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

  /** Capital letters and digits only: banks change case, drop marks, add spaces and signs. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .replace('Đ', 'D')
        .replaceAll("[^0-9A-Z]", "");
  }

  private static String asWritten(String read) {
    return read.replace('O', '0').replace('I', '1').replace('L', '1');
  }

  private static boolean checks(String code) {
    return code.chars().skip(PREFIX.length()).allMatch(c -> SYMBOLS.indexOf(c) >= 0)
        && sum(code) == 0;
  }

  /** Horner's rule over the field of 32 elements: each place weighs twice the next one. */
  private static int sum(CharSequence code) {
    var sum = 0;
    for (var i = PREFIX.length(); i < code.length(); i++) {
      sum = doubled(sum) ^ SYMBOLS.indexOf(code.charAt(i));
    }
    return sum;
  }

  /** Times x in GF(2)[x] modulo x^5 + x^2 + 1, where x runs through all 31 elements but zero. */
  private static int doubled(int element) {
    var twice = element << 1;
    return twice < 32 ? twice : twice ^ 0b100101;
  }

  @Override
  public String toString() {
    return text;
  }
}
