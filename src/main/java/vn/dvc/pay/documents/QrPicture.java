package vn.dvc.pay.documents;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.dvc.pay.documents.qr.QrDrawing;

/** A QR code as vector graphics: shapes for documents and SVG for pages, sharp at any size. */
public final class QrPicture {
  /** The white border that scanners need, in modules. */
  private static final int QUIET = 4;

  /** The side of a module in a PNG. */
  private static final int PIXELS = 12;

  private static final String PNG = "png";

  private QrPicture() {}

  /** An SVG element for a page, which sets its size and text alternative. */
  public static String svg(String text) {
    var matrix = matrix(text);
    var size = size(matrix);
    var path = new StringBuilder();
    for (var run : runs(matrix)) {
      path.append('M').append(run.x).append(' ').append(run.y).append('h').append(run.width);
      path.append("v1h-").append(run.width).append('z');
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + (size + " " + size)
        + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dh-%dz\"/>"
            .formatted(size, size, size)
        + "<path d=\""
        + path
        + "\"/></svg>";
  }

  /** As a PNG, large enough for a banking app to read it from the photo library. */
  public static byte[] png(String text) {
    var matrix = matrix(text);
    var side = size(matrix) * PIXELS;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, side, side);
    pen.scale(PIXELS, PIXELS);
    pen.setColor(Color.BLACK);
    runs(matrix).forEach(pen::fill);
    pen.dispose();
    var file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, PNG, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  public static QrDrawing drawing(String text) {
    var matrix = matrix(text);
    return new QrDrawing(size(matrix), runs(matrix));
  }

  private static ByteMatrix matrix(String text) {
    try {
      var hints = Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
      return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("Text too long for a QR code", tooLong);
    }
  }

  private static int size(ByteMatrix matrix) {
    return matrix.getWidth() + 2 * QUIET;
  }

  /** Adjacent dark modules of a line form one rectangle, to avoid hairlines between them. */
  private static List<Rectangle> runs(ByteMatrix matrix) {
    var runs = new ArrayList<Rectangle>();
    for (var y = 0; y < matrix.getHeight(); y++) {
      var from = 0;
      for (var x = 0; x <= matrix.getWidth(); x++) {
        if (x < matrix.getWidth() && matrix.get(x, y) == 1) {
          continue;
        }
        if (x > from) {
          runs.add(new Rectangle(from + QUIET, y + QUIET, x - from, 1));
        }
        from = x + 1;
      }
    }
    return runs;
  }
}
