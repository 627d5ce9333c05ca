package vn.dvc.pay.payment.card;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Generates the random challenge that a sealed card or OTP must carry, a new one for each entry.
 */
final class Challenges {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Challenges() {}

  /** 144 random bits, in 24 characters that need no escaping anywhere. */
  static String fresh() {
    var bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
