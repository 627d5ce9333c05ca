package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.testing.Axe;

/**
 * axe finds nothing against WCAG 2.2 AA in any state of the payers' pages, contrast included, by
 * day and by night. With {@code -Dscreens=true} it keeps a picture of each in {@code
 * target/screens}, on a phone and on a desktop, in both languages.
 */
@PagesTest
class EveryStateByDayAndNightTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  private static final boolean SCREENS = Boolean.getBoolean("screens");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;
  @Autowired FakeBanks banks;
  @Autowired FakeProcesses processes;
  @Autowired FakeTwoPersonRule rule;

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothingIsAgainstTheRules(ColorScheme scheme) {
    var page = BROWSER.page(new Browser.NewContextOptions().setColorScheme(scheme).setLocale("vi"));
    BROWSER.signIn(page);
    var at = new PayerState.At(page, fixture, payments, registrations, banks, processes, rule);
    var found = new ArrayList<String>();
    for (var state : PayerState.values()) {
      state.open(at);
      Axe.faults(page).forEach(fault -> found.add(state + " " + fault));
      keep(page, state, scheme);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyTemplateOfPayersIsInSomeState() throws IOException {
    var seen = new TreeSet<>(PayerState.ERRORS);
    for (var state : PayerState.values()) {
      seen.addAll(state.templates);
    }
    try (var files = Files.walk(TEMPLATES)) {
      var templates =
          files
              .map(file -> TEMPLATES.relativize(file).toString())
              .filter(name -> name.endsWith(".html") && !name.startsWith("operations/"))
              .map(name -> name.replace(".html", ""))
              .filter(name -> !List.of("layout", "parts", "payers/frame").contains(name))
              .toList();
      assertThat(seen).containsExactlyInAnyOrderElementsOf(templates);
    }
  }

  /** Where only the reader's colours count, the section one is in still differs from the others. */
  @Test
  void sectionIsMarkedInForcedColours() {
    var page = BROWSER.page(new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
    BROWSER.signIn(page);
    var border = "it => getComputedStyle(it).borderBottomColor";
    assertThat(page.locator(".sections a[aria-current]").evaluate(border))
        .isNotEqualTo(page.locator(".sections a:not([aria-current]) >> nth=0").evaluate(border));
  }

  /** Ink is for text: by night, too, paper is white. */
  @Test
  void paperIsWhiteByNight() {
    var page = BROWSER.page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
    BROWSER.signIn(page);
    var ground = "getComputedStyle(document.body).backgroundColor";
    assertThat(page.evaluate(ground)).isEqualTo("rgb(14, 19, 26)");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.evaluate(ground)).isEqualTo("rgb(255, 255, 255)");
    assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo("rgb(27, 36, 48)");
  }

  private static void keep(Page page, PayerState state, ColorScheme scheme) {
    if (!SCREENS) {
      return;
    }
    var address = page.url();
    for (var language : List.of("vi", "en")) {
      if (language.equals("en") && !address.contains("/confirm")) {
        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=en");
      }
      for (var width : new int[] {390, 1280}) {
        page.setViewportSize(width, 900);
        var name = "%s-%s-%d-%s.png".formatted(state, language, width, scheme).toLowerCase();
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens").resolve(name)));
      }
    }
    page.navigate("/check?lang=vi");
  }
}
