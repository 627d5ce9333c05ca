package vn.dvc.pay.values.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as banks write it: capitals without diacritics. Letters that Unicode does not take apart are
 * replaced by what is printed on cards and in transfer texts for them; digits and signs stay.
 *
 * <p>Sources: Unicode NFKD; ICAO 9303 part 3, section 6 (Æ, Œ, Þ, ß), otherwise the letter without
 * its stroke.
 */
public final class PlainLetters {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Map<Integer, String> WITHOUT_STROKE =
      Map.ofEntries(
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'Ð', "D"),
          Map.entry(0x0189, "D"),
          Map.entry((int) 'Ɗ', "D"),
          Map.entry((int) 'Ƀ', "B"),
          Map.entry((int) 'Ɓ', "B"),
          Map.entry((int) 'Ħ', "H"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'Ŋ', "N"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'Ŧ', "T"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'Þ', "TH"));

  private PlainLetters() {}

  public static String of(String text) {
    var apart = Normalizer.normalize(CleanText.of(text), Normalizer.Form.NFKD);
    var plain = new StringBuilder(apart.length());
    MARKS
        .matcher(apart)
        .replaceAll("")
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .forEach(
            letter ->
                plain.append(WITHOUT_STROKE.getOrDefault(letter, Character.toString(letter))));
    return plain.toString();
  }
}
