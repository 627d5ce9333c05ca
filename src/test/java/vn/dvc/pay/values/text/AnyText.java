package vn.dvc.pay.values.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Arbitrary text: all of Unicode, unpaired surrogates, and most often what is known to cause
 * trouble.
 */
public final class AnyText {
  private static final List<Integer> HOSTILE =
      List.of(
          0,
          9,
          0xA,
          0x7F,
          0x85,
          0xA0,
          0xAD,
          0xD0,
          0x2BC,
          0x301,
          0x306,
          0x323,
          0x202E,
          0x2066,
          0x200B,
          0x200D,
          0x2011,
          0x2019,
          0x2032,
          0x2116,
          0x2192,
          0x3000,
          0x962E,
          0xAC00,
          0x416,
          0xD800,
          0xDC00,
          0xF0B7,
          0xFB01,
          0xFE0F,
          0xFEFF,
          0xFF11,
          0xFFFD,
          0xFFFF,
          0x1F600,
          0x20000,
          0xE0001,
          0x10FFFF,
          (int) '<',
          (int) '{',
          (int) '"',
          (int) '\\',
          (int) '$',
          (int) '%');

  private AnyText() {}

  public static Arbitrary<String> ofAtMost(int letters) {
    var vietnamese =
        Arbitraries.of("Nguyễn Văn Đạt phí đo đạc 0123456789'-".chars().boxed().toList());
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, vietnamese),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(HOSTILE)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 0xFFFF)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 0x10FFFF)))
        .list()
        .ofMaxSize(letters)
        .map(AnyText::text);
  }

  /** For test reports: ASCII only. */
  public static String escaped(String text) {
    var escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  private static String text(List<Integer> letters) {
    var text = new StringBuilder();
    letters.forEach(text::appendCodePoint);
    return text.toString();
  }
}
