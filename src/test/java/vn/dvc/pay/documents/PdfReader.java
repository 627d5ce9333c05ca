package vn.dvc.pay.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads a document as a person does: its words, where they stand, and its QR codes. */
public final class PdfReader {
  private final byte[] pdf;

  public PdfReader(byte[] pdf) {
    this.pdf = pdf;
  }

  public int pages() {
    return with(PDDocument::getNumberOfPages);
  }

  /** The whole text in visual order. */
  public String text() {
    return with(
        document -> {
          var stripper = new PDFTextStripper();
          stripper.setSortByPosition(true);
          stripper.setLineSeparator("\n");
          return stripper.getText(document);
        });
  }

  public String page(int number) {
    return with(
        document -> {
          var stripper = new PDFTextStripper();
          stripper.setSortByPosition(true);
          stripper.setStartPage(number);
          stripper.setEndPage(number);
          return stripper.getText(document);
        });
  }

  /** The whole text in drawing order, without white space, for finding phrases. */
  public String letters() {
    return with(document -> new PDFTextStripper().getText(document).replaceAll("\\s+", ""));
  }

  /** Pairs of letters that overlap, letters beyond the page's edge, and marks beside theirs. */
  public List<String> collisions() {
    return with(
        document -> {
          var found = new ArrayList<String>();
          for (var page = 1; page <= document.getNumberOfPages(); page++) {
            found.addAll(strayMarksOf(document, page));
            var size = document.getPage(page - 1).getMediaBox();
            var letters = lettersOf(document, page);
            for (var i = 0; i < letters.size(); i++) {
              var one = letters.get(i);
              if (one.place.getMaxX() > size.getWidth() - 20 || one.place.getMaxY() > 825) {
                found.add(page + ": beyond the edge " + one.text);
              }
              for (var j = i + 1; j < letters.size(); j++) {
                if (letters.get(j).place.intersects(one.place)) {
                  found.add(page + ": " + one.text + " and " + letters.get(j).text + one.place);
                }
              }
            }
          }
          return found;
        });
  }

  /** Marks without a width that are not drawn over the letter before them. */
  private static List<String> strayMarksOf(PDDocument document, int page) throws IOException {
    var found = new ArrayList<String>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void showGlyph(Matrix at, PDFont font, int code, Vector width)
              throws IOException {
            super.showGlyph(at, font, code, width);
            var drawn = ((PDVectorFont) font).getPath(code).getBounds2D();
            if (width.getX() == 0 && drawn.getCenterX() >= 0) {
              found.add(page + ": beside its letter " + font.toUnicode(code));
            }
          }
        };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.getText(document);
    return found;
  }

  /** What a phone reads from the printed page. */
  public String qrCode(int page) {
    return with(document -> decode(new PDFRenderer(document).renderImageWithDPI(page - 1, 150)));
  }

  static String decode(BufferedImage image) {
    var width = image.getWidth();
    var height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    try {
      var bitmap = new BinaryBitmap(new HybridBinarizer(source));
      return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    } catch (ReaderException none) {
      throw new AssertionError("No QR code to be read", none);
    }
  }

  private static List<Letter> lettersOf(PDDocument document, int page) throws IOException {
    var letters = new ArrayList<Letter>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            for (var at : positions) {
              if (!at.getUnicode().isBlank()) {
                letters.add(new Letter(at.getUnicode(), place(at)));
              }
            }
          }
        };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.getText(document);
    return letters;
  }

  /** The middle of the letter, so that letters that merely touch do not count. */
  private static Rectangle2D place(TextPosition at) {
    var height = at.getFontSizeInPt() * 0.5;
    return new Rectangle2D.Double(
        at.getXDirAdj() + at.getWidthDirAdj() * 0.25,
        at.getYDirAdj() - height,
        at.getWidthDirAdj() * 0.5,
        height);
  }

  private <T> T with(Reading<T> reading) {
    try (var document = Loader.loadPDF(pdf)) {
      return reading.of(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Letter(String text, Rectangle2D place) {}

  private interface Reading<T> {
    T of(PDDocument document) throws IOException;
  }
}
