package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.payment.PaymentStatus;

/** Every text of the pages is in the resource files, in both languages. */
@Tag("fast")
class PageTextsTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern TEXT = Pattern.compile(">([^<]*\\p{L}[^<]*)<");
  private static final Pattern SPOKEN =
      Pattern.compile("\\s(?:title|alt|placeholder|aria-label|content)=\"([^\"]*)\"");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)[}(]");

  @Test
  void templatesHoldNoTextOfTheirOwn() throws IOException {
    for (var template : templates()) {
      var html = Files.readString(template).replaceAll("(?s)<!--.*?-->|<!DOCTYPE[^>]*>", "");
      assertThat(TEXT.matcher(html).results().map(found -> found.group(1)).toList())
          .as(template.toString())
          .isSubsetOf(
              "DVC Pay", "Tasklist", "Cockpit", "CSV", "PDF"); // names, the same in every language
      assertThat(SPOKEN.matcher(html).results().map(found -> found.group(1)).toList())
          .as(template.toString())
          .isSubsetOf("width=device-width, initial-scale=1");
    }
  }

  @Test
  void templatesHoldNothingInline() throws IOException {
    for (var template : templates()) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContainPattern("\\s(?:th:)?(?:style|on[a-z]+)=")
          .doesNotContain("<style")
          .doesNotContainPattern("<script(?![^>]*th:src)");
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(texts("pages_en").stringPropertyNames())
        .isEqualTo(texts("pages").stringPropertyNames());
    for (var key : texts("pages").stringPropertyNames()) {
      for (var language : List.of("pages", "pages_en")) {
        assertThat(texts(language).getProperty(key)).as(key).isNotBlank().doesNotContain("'");
      }
      assertThat(slots(texts("pages_en").getProperty(key)))
          .as(key)
          .isEqualTo(slots(texts("pages").getProperty(key)));
    }
  }

  @Test
  void everyKeyThatATemplateNamesExists() throws IOException {
    var known = new TreeSet<>(texts("pages").stringPropertyNames());
    for (var bundle : List.of("problems", "operations", "cases")) {
      known.addAll(texts(bundle).stringPropertyNames());
    }
    for (var template : templates()) {
      assertThat(KEY.matcher(Files.readString(template)).results().map(key -> key.group(1)))
          .as(template.toString())
          .isSubsetOf(known);
    }
  }

  @Test
  void everyStatusHasItsTitle() throws IOException {
    for (var status : PaymentStatus.values()) {
      if (status != PaymentStatus.WAITING_FOR_CARD && status != PaymentStatus.WAITING_FOR_OTP) {
        assertThat(texts("pages"))
            .containsKey("page." + status.word())
            .containsKey((status.isFinished() ? "result." : "waiting.") + status.word());
      }
      assertThat(texts("problems")).containsKey("status.payment." + status.word());
    }
  }

  private static List<Path> templates() throws IOException {
    try (var files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static List<String> slots(String text) {
    return Pattern.compile("\\{\\d}").matcher(text).results().map(s -> s.group()).sorted().toList();
  }

  private static Properties texts(String name) throws IOException {
    var texts = new Properties();
    try (Reader file =
        new InputStreamReader(
            PageTextsTest.class.getResourceAsStream("/messages/" + name + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts;
  }
}
