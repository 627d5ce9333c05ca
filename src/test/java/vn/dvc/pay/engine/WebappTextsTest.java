package vn.dvc.pay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Vietnamese texts of the engine's web applications beside the English ones they come with. */
@Tag("fast")
class WebappTextsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  /** Names, formats and words that are the same in both languages. */
  private static final Set<String> ALIKE =
      Set.of(
          "COCKPIT_APP",
          "COCKPIT",
          "ADMIN_APP",
          "ADMIN",
          "TASKLIST_APP",
          "TASKLIST",
          "APP_VENDOR",
          "AUTHORIZATION_OPTIMIZE");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyEnglishTextHasAVietnameseOneWithTheSamePlaces(String app) throws Exception {
    var vietnamese = texts(app, "vi");
    texts(app, "en")
        .forEach(
            (key, english) ->
                assertThat(places(vietnamese.getOrDefault(key, "")))
                    .as(app + " " + key)
                    .isEqualTo(vietnamese.containsKey(key) ? places(english) : Set.of("missing")));
  }

  /** Cockpit, which has 2,460 texts, is translated in part. */
  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "admin", "welcome"})
  void noEnglishIsLeft(String app) throws Exception {
    var english = texts(app, "en");
    var left = new TreeSet<String>();
    texts(app, "vi")
        .forEach(
            (key, text) -> {
              if (text.equals(english.get(key)) && hasWords(text) && !isAlike(key, text)) {
                left.add(key);
              }
            });
    assertThat(left).isEmpty();
  }

  private static boolean hasWords(String text) {
    return PLACE.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
  }

  private static boolean isAlike(String key, String text) {
    return key.startsWith("dateLocales.")
        || text.startsWith("<")
        || ALIKE.contains(key.replaceFirst("^labels\\.", ""));
  }

  private static Set<String> places(String text) {
    var found = new TreeSet<String>();
    PLACE.matcher(text).results().map((MatchResult it) -> it.group(1)).forEach(found::add);
    return found;
  }

  private static Map<String, String> texts(String app, String language) throws IOException {
    var path = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    try (var file = WebappTextsTest.class.getResourceAsStream(path.formatted(app, language))) {
      var texts = new TreeMap<String, String>();
      collect("", JSON.readTree(file), texts);
      return texts;
    }
  }

  private static void collect(String key, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              it ->
                  collect(
                      key.isEmpty() ? it.getKey() : key + "." + it.getKey(), it.getValue(), into));
    } else {
      into.put(key, node.asText());
    }
  }
}
