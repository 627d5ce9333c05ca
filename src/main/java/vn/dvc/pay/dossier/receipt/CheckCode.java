package vn.dvc.pay.dossier.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Twelve signs that prove a paper: 60 bits by chance, from an alphabet without letters that look
 * like others, so that it can be typed from paper.
 */
final class CheckCode {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final SecureRandom CHANCE = new SecureRandom();

  private CheckCode() {}

  static String fresh() {
    return CHANCE
        .ints(LENGTH, 0, SIGNS.length())
        .mapToObj(SIGNS::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /**
   * Whether what somebody typed is this code; how much of it is right does not show in the time.
   */
  static boolean matches(String code, String typed) {
    return MessageDigest.isEqual(bytes(code), bytes(meant(typed)));
  }

  private static String meant(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
