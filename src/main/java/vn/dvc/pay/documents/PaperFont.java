package vn.dvc.pay.documents;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The faces of the family our papers are set in, made ready for PDF/A: its subsets must not name
 * their glyphs in a CIDSet, because the library leaves some out. The library keeps a face by its
 * path, so these must be the paths of {@code fonts/families.xml}, and this must come first.
 */
@Component
class PaperFont {
  static final List<String> FACES =
      List.of(
          "fonts/BeVietnamPro-Regular.ttf",
          "fonts/BeVietnamPro-Bold.ttf",
          "fonts/BeVietnamPro-Italic.ttf",
          "fonts/BeVietnamPro-BoldItalic.ttf");

  PaperFont() {
    FACES.forEach(PaperFont::ready);
  }

  private static void ready(String face) {
    try {
      BaseFont.createFont(face, BaseFont.IDENTITY_H, BaseFont.EMBEDDED).setIncludeCidSet(false);
    } catch (IOException noSuchFile) {
      throw new IllegalStateException("No font " + face, noSuchFile);
    }
  }
}
