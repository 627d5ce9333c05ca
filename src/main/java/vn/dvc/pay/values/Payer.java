package vn.dvc.pay.values;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who owes the fee, as the portal identifies them: citizens by personal number, organisations by
 * tax code.
 */
public record Payer(Kind kind, String id, String name) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Whether this is the payer's name, whatever its case, spacing and Unicode composition. */
  public boolean isCalled(String other) {
    return other != null && plain(name).equals(plain(other));
  }

  private static String plain(String name) {
    var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
  }

  /** The portal's two kinds of payer. */
  public enum Kind {
    INDIVIDUAL,
    ORGANISATION
  }
}
