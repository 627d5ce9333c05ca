package vn.dvc.pay.values;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who owes the fee, as the portal knows it: a citizen by personal number, an organisation by tax
 * code.
 */
public record Payer(Kind kind, String id, String name) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Whether the name is this payer's, however it was typed: in parts, in capitals, spaced. */
  public boolean isCalled(String other) {
    return other != null && plain(name).equals(plain(other));
  }

  private static String plain(String name) {
    var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
  }

  /** The two kinds of payer that the portal knows. */
  public enum Kind {
    INDIVIDUAL,
    ORGANISATION
  }
}
