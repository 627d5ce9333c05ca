package vn.dvc.pay.values.text;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * A line of text that we will print: the name of a procedure, an authority, a fee or a branch, or a
 * person's title. Any sign that a document can print, from 1 character to the field's length after
 * normalising.
 *
 * <p>Our own rule: it takes what the Unicode standard's general categories call letters, numbers,
 * punctuation and symbols, as far as our faces go.
 */
public record TextLine(String text) {
  /** More marks than any language stacks on a letter would run into the line above. */
  private static final int MAX_MARKS = 3;

  private static final Pattern BLANK = Pattern.compile("\\s*");

  public static TextLine of(String typed, int longest) {
    return new TextLine(checked(typed, longest, PrintableCharacters::has));
  }

  /** The normalised text, if it consists of these characters. */
  static String checked(String typed, int longest, IntPredicate taken) {
    var text = CleanText.of(typed);
    if (text == null || BLANK.matcher(text).matches()) {
      throw RefusedText.because(RefusedText.Why.MISSING);
    }
    var marks = MAX_MARKS; // a mark needs a letter before it
    for (var letter : text.codePoints().toArray()) {
      marks = isMark(letter) ? marks + 1 : 0;
      if (!taken.test(letter) || marks > MAX_MARKS) {
        throw RefusedText.of(letter);
      }
    }
    if (text.length() > longest) {
      throw RefusedText.because(RefusedText.Why.TOO_LONG);
    }
    return text;
  }

  private static boolean isMark(int letter) {
    return Character.getType(letter) == Character.NON_SPACING_MARK;
  }

  @Override
  public String toString() {
    return text;
  }
}
