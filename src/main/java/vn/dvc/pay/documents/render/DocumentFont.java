package vn.dvc.pay.documents.render;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.text.CleanText;

/**
 * The faces of our documents: Be Vietnam Pro, and for what it lacks the fallback faces named beside
 * it in {@code fonts/families.xml}. What none of them has is refused where it comes in; should it
 * come from elsewhere, or from before, a document shows it as {@value #MISSING} instead of failing.
 *
 * <p>The faces are made ready for PDF/A: their subsets must not name their glyphs in a CIDSet,
 * because the library leaves some out. The library keeps a face by its path, so these must be the
 * paths of {@code fonts/families.xml}, and this must come first.
 */
@Component
class DocumentFont {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentFont.class);
  private static final String MISSING = "\u25a1";

  static final List<String> FACES =
      List.of(
          "fonts/BeVietnamPro-Regular.ttf",
          "fonts/BeVietnamPro-Bold.ttf",
          "fonts/BeVietnamPro-Italic.ttf",
          "fonts/BeVietnamPro-BoldItalic.ttf");

  /** In the order in which they are asked. */
  static final List<String> FALLBACKS =
      List.of(
          "fonts/NotoSans-Regular.ttf",
          "fonts/NotoSans-Bold.ttf",
          "fonts/NotoSansMath-Regular.ttf",
          "fonts/NotoSansSymbols-Regular.ttf",
          "fonts/NotoSansSymbols2-Regular.ttf",
          "fonts/HangulFallback.ttf",
          "fonts/DroidSansFallback.ttf");

  private final List<BaseFont> faces = FACES.stream().map(DocumentFont::ready).toList();
  private final List<BaseFont> fallbacks = FALLBACKS.stream().map(DocumentFont::ready).toList();

  /** The text as printed: composed, and without anything that no face has. */
  String printed(String text) {
    var printed = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> printed.append(printed(letter)));
    return printed.toString();
  }

  private String printed(int letter) {
    var sign = Character.toString(letter);
    if (letter == '\n' || has(letter)) {
      return sign;
    }
    var folded = Character.isWhitespace(letter) ? " " : CleanText.of(sign);
    if (folded.codePoints().allMatch(this::has)) {
      return folded;
    }
    LOG.warn("A document shows U+{} as {}", "%04X".formatted(letter), MISSING);
    return MISSING;
  }

  /** Whether a face has a glyph for this; signs that show nothing have none. */
  boolean has(int letter) {
    return Character.getType(letter) != Character.FORMAT
        && !Character.isISOControl(letter)
        && (faces.stream().allMatch(face -> face.charExists(letter))
            || fallbacks.stream().anyMatch(face -> face.charExists(letter)));
  }

  /** Every character that a document can show. */
  Stream<Integer> all() {
    return Stream.iterate(0, letter -> letter + 1)
        .limit(Character.MAX_CODE_POINT + 1L)
        .filter(this::has);
  }

  private static BaseFont ready(String face) {
    try {
      var font = BaseFont.createFont(face, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
      font.setIncludeCidSet(false);
      return font;
    } catch (IOException noSuchFile) {
      throw new IllegalStateException("No font " + face, noSuchFile);
    }
  }
}
