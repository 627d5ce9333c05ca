package vn.dvc.pay.values.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one table of what people type: text/examples.json. Every entry point is tested with its rows.
 */
public final class TextExamples {
  private TextExamples() {}

  public static Stream<Example> all() {
    try (var table = TextExamples.class.getResourceAsStream("/text/examples.json")) {
      return new ObjectMapper().readValue(table, new TypeReference<List<Example>>() {}).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Stream<Example> of(String... kinds) {
    return all().filter(example -> List.of(kinds).contains(example.kind()));
  }

  /**
   * @param kept the text as kept; null if it is refused
   * @param refused the character to blame, or else what is wrong
   */
  public record Example(String kind, String typed, String kept, String refused, String why) {

    public boolean isTaken() {
      return kept != null;
    }

    /** Whether a character is to blame. */
    public boolean namesCharacter() {
      return refused != null && refused.startsWith("U+");
    }

    @Override
    public String toString() {
      return kind + " " + new StringBuilder().append('"').append(escaped()).append('"');
    }

    private String escaped() {
      var text = new StringBuilder();
      typed
          .chars()
          .forEach(
              c ->
                  text.append(
                      c >= ' ' && c <= '~' ? Character.toString(c) : "<%04X>".formatted(c)));
      return text.toString();
    }
  }
}
