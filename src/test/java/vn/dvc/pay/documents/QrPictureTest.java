package vn.dvc.pay.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

@Tag("fast")
class QrPictureTest {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  @Test
  void theSvgIsReadBack() {
    var text =
        new VietQr(new AccountNumber("970415", "113366668888"), Money.dong(120_000), "DVC7K2M9QXT")
            .text();

    assertThat(PdfReader.decode(drawn(QrPicture.svg(text)))).isEqualTo(text);
  }

  @Test
  void theSvgHasNothingButShapes() {
    assertThat(QrPicture.svg("R1\"><script>alert(1)</script>"))
        .matches(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"[0-9 ]+\""
                + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"[Mhvz0-9 -]+\"/>"
                + "<path d=\"[Mhvz0-9 -]+\"/></svg>");
  }

  /** Draws the path as a browser does, four pixels a module. */
  private static BufferedImage drawn(String svg) {
    var size = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
    var image = new BufferedImage(size * 4, size * 4, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size * 4, size * 4);
    graphics.setColor(Color.BLACK);
    RUN.matcher(svg)
        .results()
        .forEach(
            run ->
                graphics.fillRect(
                    Integer.parseInt(run.group(1)) * 4,
                    Integer.parseInt(run.group(2)) * 4,
                    Integer.parseInt(run.group(3)) * 4,
                    4));
    graphics.dispose();
    return image;
  }
}
