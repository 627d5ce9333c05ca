package vn.dvc.pay.values;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A payment or registration in ten characters that can be read out: nine that are derived from the
 * long id, and a check character that catches every single wrong character and every two neighbours
 * exchanged. The rule is in docs/adr/0016-short-reference.md.
 *
 * @param symbols the ten characters, without the hyphen
 */
public record ShortReference(String symbols) {
  /** A prime number of them, which the check character needs. No vowels, no L, no S. */
  private static final String ALPHABET = "0123456789BCDFGHJKMNPQRTVWXYZ";

  private static final int BASE = ALPHABET.length();
  private static final int LENGTH = 10;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  /** How much of an id counts, in hexadecimal digits and as a number of possibilities. */
  private static final int DIGITS = 12;

  private static final BigInteger IDS = BigInteger.ONE.shiftLeft(4 * DIGITS);
  private static final BigInteger REFERENCES = BigInteger.valueOf(BASE).pow(LENGTH - 1);

  public ShortReference {
    if (!FORM.matcher(symbols).matches() || check(symbols) != 0) {
      throw new IllegalArgumentException("Not a short reference");
    }
  }

  public static ShortReference of(PaymentId id) {
    return ofId(id.text());
  }

  public static ShortReference of(RegistrationId id) {
    return ofId(id.text());
  }

  private static ShortReference ofId(String id) {
    var start = new BigInteger(id.substring(1, 1 + DIGITS), 16);
    var rest = start.multiply(REFERENCES).divide(IDS).longValueExact();
    var symbols = new StringBuilder();
    for (var i = 1; i < LENGTH; i++) {
      symbols.insert(0, ALPHABET.charAt((int) (rest % BASE)));
      rest /= BASE;
    }
    return new ShortReference(symbols.toString() + checkCharacter(symbols));
  }

  /**
   * What a person typed, in any case, with blanks, dots or hyphens, and with the letters that look
   * or sound like one of ours; empty if it has not the form of a reference.
   *
   * @throws Problem reference-mistyped (422) if only the check character is wrong
   */
  public static Optional<ShortReference> typed(String text) {
    var symbols =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\u00a0.\\-‐-–]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1')
            .replace('S', '5')
            .replace('U', 'V');
    if (!FORM.matcher(symbols).matches()) {
      return Optional.empty();
    }
    if (check(symbols) != 0) {
      throw Problem.invalid("reference-mistyped");
    }
    return Optional.of(new ShortReference(symbols));
  }

  /** The lowest id with this prefix letter that has this reference. */
  public String firstId(char prefix) {
    return id(prefix, number());
  }

  /** The lowest id with this prefix letter that has a later reference; ids compare as text. */
  public String endOfIds(char prefix) {
    return id(prefix, number().add(BigInteger.ONE));
  }

  private BigInteger number() {
    var number = BigInteger.ZERO;
    for (var symbol : symbols.substring(0, LENGTH - 1).toCharArray()) {
      number = number.multiply(BigInteger.valueOf(BASE)).add(BigInteger.valueOf(value(symbol)));
    }
    return number;
  }

  private static String id(char prefix, BigInteger number) {
    var start = number.multiply(IDS).add(REFERENCES).subtract(BigInteger.ONE).divide(REFERENCES);
    return start.equals(IDS)
        ? prefix + "G" // after every hexadecimal digit
        : prefix + "%012X".formatted(start);
  }

  private static char checkCharacter(CharSequence nine) {
    for (var symbol : ALPHABET.toCharArray()) {
      if (check(nine.toString() + symbol) == 0) {
        return symbol;
      }
    }
    throw new IllegalStateException("Every reference has a check character");
  }

  /** The sum of the values weighted by 10, 9, … 1; zero modulo the base if nothing is mistyped. */
  private static int check(CharSequence symbols) {
    var sum = 0;
    for (var i = 0; i < LENGTH; i++) {
      sum += (LENGTH - i) * value(symbols.charAt(i));
    }
    return sum % BASE;
  }

  private static int value(char symbol) {
    return ALPHABET.indexOf(symbol);
  }

  /** As it is printed and shown. */
  @Override
  public String toString() {
    return symbols.substring(0, 5) + "-" + symbols.substring(5);
  }
}
