package vn.dvc.pay.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;

/**
 * Pictures for the handbooks, taken where a test passes the page that they show, with {@code
 * -Dscreens=true}; otherwise none are. {@code docs/handbook/pictures/README.md} has the command.
 */
public final class HandbookPicture {
  private static final Path KEPT = Path.of("docs/handbook/pictures");
  private static final int QUALITY = 55;

  private HandbookPicture() {}

  /** What the window shows. */
  public static void of(Page page, String name) {
    if (Boolean.getBoolean("screens")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setType(ScreenshotType.JPEG)
              .setQuality(QUALITY)
              .setPath(KEPT.resolve(name + ".jpg")));
    }
  }

  /** One part of the page. */
  public static void of(Locator part, String name) {
    if (Boolean.getBoolean("screens")) {
      part.screenshot(
          new Locator.ScreenshotOptions()
              .setType(ScreenshotType.JPEG)
              .setQuality(QUALITY)
              .setPath(KEPT.resolve(name + ".jpg")));
    }
  }
}
