package vn.dvc.pay.documents.render;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The font family of our documents. Characters it lacks are refused, because a document with a gap
 * in a name is wrong.
 *
 * <p>Its faces are made ready for PDF/A: their subsets must not name their glyphs in a CIDSet,
 * because the library leaves some out. The library keeps a face by its path, so these must be the
 * paths of {@code fonts/families.xml}, and this must come first.
 */
@Component
class DocumentFont {
  static final List<String> FACES =
      List.of(
          "fonts/BeVietnamPro-Regular.ttf",
          "fonts/BeVietnamPro-Bold.ttf",
          "fonts/BeVietnamPro-Italic.ttf",
          "fonts/BeVietnamPro-BoldItalic.ttf");

  private final List<BaseFont> faces = FACES.stream().map(DocumentFont::ready).toList();

  /** The text as printed, in composed Unicode. */
  String checked(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    composed
        .codePoints()
        .filter(letter -> letter != '\n' && !has(letter))
        .findFirst()
        .ifPresent(
            letter -> {
              throw new IllegalArgumentException("The font lacks U+%04X".formatted(letter));
            });
    return composed;
  }

  boolean has(int letter) {
    return faces.stream().allMatch(face -> face.charExists(letter));
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
