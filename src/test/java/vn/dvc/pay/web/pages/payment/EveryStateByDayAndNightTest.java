package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.testing.Axe;

/**
 * axe finds nothing against WCAG 2.2 AA in any state of the payers' pages, contrast included, by
 * day and by night. With {@code -Dscreens=true} it pictures each in both languages: on a phone in
 * {@code docs/screens}, on a desktop and by night in {@code target/screens}.
 */
@PagesTest
class EveryStateByDayAndNightTest {
  @RegisterExtension static final PayerBrowser BROWSER = new PayerBrowser();

  private static final boolean SCREENS = Boolean.getBoolean("screens");
  private static final Path KEPT = Path.of("docs/screens");
  private static final Path OTHERS = Path.of("target/screens");
  private static final int PHONE = 390;
  private static final Pattern MISSING = Pattern.compile(".{0,40}(\\bnull\\b|\\?\\?).{0,40}");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  @Autowired PagesFixture fixture;
  @Autowired FakePayments payments;
  @Autowired FakeRegistrations registrations;
  @Autowired FakeBanks banks;
  @Autowired FakeProcesses processes;
  @Autowired FakeTwoPersonRule rule;
  @Autowired FakeMailings mailings;
  @Autowired FewAttempts attempts;

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothingIsAgainstTheRules(ColorScheme scheme) throws IOException {
    var page = BROWSER.page(new Browser.NewContextOptions().setColorScheme(scheme).setLocale("vi"));
    BROWSER.signIn(page);
    var at = at(page);
    var found = new ArrayList<String>();
    for (var state : PayerState.values()) {
      state.open(at);
      if (page.locator("main[data-incident]").count() > 0) {
        found.add(state + " is an incident");
      }
      Axe.faults(page).forEach(fault -> found.add(state + " " + fault));
      keep(at, state, scheme);
    }
    if (SCREENS) {
      index();
    }
    assertThat(found).isEmpty();
  }

  /** A value that is missing would be called "null", and a text that is missing "??". */
  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void nothingIsMissingInAnyState(String language) {
    var page = BROWSER.page(new Browser.NewContextOptions());
    page.navigate("/check?lang=" + language); // a cookie remembers it
    BROWSER.signIn(page);
    var at = at(page);
    var found = new ArrayList<String>();
    for (var state : PayerState.values()) {
      state.open(at);
      var missing = MISSING.matcher(page.content());
      if (missing.find()) {
        found.add(state + " " + missing.group());
      }
    }
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
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

  private PayerState.At at(Page page) {
    return new PayerState.At(
        page, fixture, payments, registrations, banks, processes, rule, mailings, attempts);
  }

  /** Small enough to lie in the repository: phones by day. The others are for looking at once. */
  private static void keep(PayerState.At at, PayerState state, ColorScheme scheme) {
    if (!SCREENS) {
      return;
    }
    for (var language : List.of("vi", "en")) {
      at.page().setViewportSize(PHONE, 800); // what is drawn keeps the size that it was opened in
      at.page().navigate("/check?lang=" + language); // a cookie remembers it
      state.open(at);
      for (var width : new int[] {PHONE, 1280}) {
        at.page().setViewportSize(width, 800);
        var isKept = width == PHONE && scheme == ColorScheme.LIGHT;
        var name = state + "-" + language + (isKept ? "" : "-" + width + "-" + scheme) + ".jpg";
        at.page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setType(ScreenshotType.JPEG)
                    .setQuality(50)
                    .setPath((isKept ? KEPT : OTHERS).resolve(name.toLowerCase(Locale.ROOT))));
      }
    }
    at.page().navigate("/check?lang=vi");
  }

  private static void index() throws IOException {
    var text =
        new StringBuilder(
            """
            # Every state of a payer's pages
            On a phone, in both languages, with demo data. Made by `mvn test -Dtest=EveryStateByDayAndNightTest -Dscreens=true`
            and not compared with anything; make them anew when a page has changed.

            """);
    for (var state : PayerState.values()) {
      var name = state.name().toLowerCase(Locale.ROOT);
      text.append("- %1$s: [Tiếng Việt](%1$s-vi.jpg), [English](%1$s-en.jpg)\n".formatted(name));
    }
    Files.writeString(KEPT.resolve("README.md"), text);
  }
}
