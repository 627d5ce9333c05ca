package vn.dvc.pay.values.text;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one normalisation of text. Two texts that look alike become equal: composed Unicode (NFC),
 * one blank for any run of white space, nothing invisible, and one character for those that
 * keyboards, office programs and old fonts write for the same sign. Never refuses; whether the
 * result can be used is the question of a rule such as {@link TextLine}.
 *
 * <p>Sources: Unicode UAX #15 (NFC), UTS #39 (confusable characters), UAX #9 (marks of direction).
 */
public final class CleanText {
  /** In fonts before Unicode Ð was drawn as Đ; today some keyboards still write it. */
  private static final Map<Integer, String> LOOK_ALIKES =
      Map.ofEntries(
          Map.entry(0x00D0, "Đ"),
          Map.entry(0x0189, "Đ"),
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201B, "'"),
          Map.entry(0x02BC, "'"),
          Map.entry(0x00B4, "'"),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0xFE63, "-"),
          Map.entry(0xFB00, "ff"),
          Map.entry(0xFB01, "fi"),
          Map.entry(0xFB02, "fl"),
          Map.entry(0xFB03, "ffi"),
          Map.entry(0xFB04, "ffl"),
          Map.entry(0xFB05, "st"),
          Map.entry(0xFB06, "st"),
          // Bullets and arrows of Word's Symbol and Wingdings, in the private use area.
          Map.entry(0xF0A7, "•"),
          Map.entry(0xF0B7, "•"),
          Map.entry(0xF0D8, "•"),
          Map.entry(0xF0E0, "→"),
          Map.entry(0xF0FC, "✓"));

  private CleanText() {}

  /** The text as we compare, keep and print it; null stays null. */
  public static @Nullable String of(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    var composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
    if (isClean(composed)) {
      return composed; // as is all that we keep, each time that it is read
    }
    var clean = new StringBuilder(typed.length());
    composed
        .codePoints()
        .filter(letter -> !isInvisible(letter))
        .forEach(letter -> append(clean, letter));
    return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
  }

  /** Only letters and signs that stay as they are, and single blanks between them. */
  private static boolean isClean(String composed) {
    var before = ' ';
    for (int i = 0; i < composed.length(); i++) {
      var sign = composed.charAt(i);
      if (sign == ' ' ? before == ' ' : !isPlain(sign)) {
        return false;
      }
      before = sign;
    }
    return before != ' ' || composed.isEmpty();
  }

  /** ASCII that is printed, and the letters of Vietnamese but for Ð, which is none of them. */
  private static boolean isPlain(char sign) {
    return sign > ' ' && sign < 0x7F
        || sign >= 0xC0 && sign <= 0x1B0 && sign != 0xD0 && sign != 0x189
        || sign >= 0x1EA0 && sign <= 0x1EF9;
  }

  private static void append(StringBuilder clean, int letter) {
    if (isBlank(letter)) {
      if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
        clean.append(' ');
      }
    } else if (letter >= 0xFF01 && letter <= 0xFF5E) {
      append(clean, letter - 0xFEE0); // full-width forms of ASCII
    } else if (LOOK_ALIKES.containsKey(letter)) {
      clean.append(LOOK_ALIKES.get(letter));
    } else {
      clean.appendCodePoint(letter);
    }
  }

  private static boolean isBlank(int letter) {
    return letter >= '\t' && letter <= '\r' || letter == 0x85 || Character.isSpaceChar(letter);
  }

  /**
   * What changes nothing in the look of a line, such as zero-width spaces. Characters that turn the
   * direction of text around (U+202A–U+202E, U+2066–U+2069) are not among them: who writes them can
   * make a name read as another one, so they stay, to be refused.
   */
  private static boolean isInvisible(int letter) {
    return letter == 0xAD
        || letter == 0x34F
        || letter == 0x61C
        || letter >= 0x180B && letter <= 0x180F
        || letter >= 0x200B && letter <= 0x200F
        || letter >= 0x2060 && letter <= 0x2064
        || letter >= 0x206A && letter <= 0x206F
        || letter >= 0xFE00 && letter <= 0xFE0F
        || letter == 0xFEFF
        || letter >= 0xFFF9 && letter <= 0xFFFB
        || letter >= 0xE0000 && letter <= 0xE01EF;
  }
}
