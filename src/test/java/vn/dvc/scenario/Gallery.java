package vn.dvc.scenario;

import static vn.dvc.scenario.HostileTexts.kept;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.api.SoftAssertions;
import vn.dvc.pay.documents.PdfReader;

/**
 * Looks at pages as people see them, on a phone and on a screen, and at papers as they are printed:
 * whether each text is there whole, as text, and fits. With {@code -Dhostile.pictures=true} it
 * keeps a picture of each in {@code target/hostile-texts}.
 */
final class Gallery {
  private static final boolean PICTURES = Boolean.getBoolean("hostile.pictures");
  private static final Path FOLDER = Path.of("target/hostile-texts");
  private static final List<Integer> WIDTHS = List.of(360, 1280);

  /**
   * Boxes whose text goes on behind their edge. Fields are left out, because in them one can go to
   * the end, and what only screen readers see, which is a dot.
   */
  private static final String CUT_OFF =
      """
      [...document.body.querySelectorAll('*')].filter(each => each.clientWidth > 1
        && !['INPUT', 'SELECT', 'TEXTAREA'].includes(each.tagName)
        && ['hidden', 'clip'].includes(getComputedStyle(each).overflowX)
        && each.scrollWidth > each.clientWidth + 1).map(each => each.outerHTML.slice(0, 120))
      """;

  private static final String TYPED =
      "[...document.querySelectorAll('input, textarea')].map(each => each.value).join(' ')";

  private final Browser chromium;
  private final SoftAssertions seen = new SoftAssertions();

  Gallery(Browser chromium) {
    this.chromium = chromium;
  }

  /** A new visitor of this address, in whose browser no script of ours or theirs opens a box. */
  Page visitor(String address) {
    var options = new Browser.NewContextOptions().setBaseURL(address).setLocale("vi-VN");
    var context = chromium.newContext(options);
    context.setDefaultTimeout(60_000);
    context.onDialog(
        box -> {
          seen.fail("a script ran: " + box.message());
          box.dismiss();
        });
    return context.newPage();
  }

  /** The page that is open shows these texts. */
  void shows(Page page, String name, String... texts) {
    page.waitForLoadState();
    seen.assertThat(page.content()).as(name).doesNotContain("<script>alert", "□", "??");
    var read = page.locator("body").textContent() + page.evaluate(TYPED);
    contains(name, withoutBlanks(read), texts);
    for (var width : WIDTHS) {
      page.setViewportSize(width, 900);
      var widest = (Integer) page.evaluate("document.documentElement.scrollWidth");
      seen.assertThat(widest).as(name + " fits " + width).isLessThanOrEqualTo(width);
      seen.assertThat((List<?>) page.evaluate(CUT_OFF)).as(name + " at " + width).isEmpty();
      picture(page, name + "-" + width);
    }
  }

  /** A picture alone, of pages that are not ours. */
  void picture(Page page, String name) {
    if (PICTURES) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
    }
  }

  /** The paper prints these texts, none upon another or beyond its edge. */
  void prints(Page page, String path, String name, String... texts) {
    var answer = page.request().get(path);
    seen.assertThat(answer.status()).as(name).isEqualTo(200);
    var pdf = answer.body();
    keep(name + ".pdf", pdf);
    var paper = new PdfReader(pdf);
    contains(name, paper.letters(), texts);
    seen.assertThat(paper.letters()).as(name).doesNotContain("□");
    seen.assertThat(paper.collisions()).as(name).isEmpty();
    draw(name, pdf);
  }

  /** A file that programs read. */
  void keep(String name, byte[] file) {
    if (PICTURES) {
      try {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name), file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What was seen so far and is not as it should be. */
  SoftAssertions seen() {
    return seen;
  }

  private void contains(String name, String letters, String... texts) {
    for (var text : texts) {
      seen.assertThat(letters).as(name).contains(withoutBlanks(kept(text)));
    }
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }

  private static void draw(String name, byte[] pdf) {
    if (!PICTURES) {
      return;
    }
    try (var document = Loader.loadPDF(pdf)) {
      for (var page = 0; page < document.getNumberOfPages(); page++) {
        var picture = FOLDER.resolve(name + "-" + (page + 1) + ".png");
        ImageIO.write(
            new PDFRenderer(document).renderImageWithDPI(page, 70), "png", picture.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
