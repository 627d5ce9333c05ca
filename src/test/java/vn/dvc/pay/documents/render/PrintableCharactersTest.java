package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.values.text.PrintableCharacters;

/** Input is limited to what the faces of our documents can print (T1). */
@Tag("fast")
class PrintableCharactersTest {
  private static final Path LIST =
      Path.of("src/main/resources/vn/dvc/pay/values/text/printable.txt");
  private final DocumentFont font = new DocumentFont();

  @Test
  void listContainsExactlyTheCharactersOfTheFaces() throws IOException {
    if (Boolean.getBoolean("printable.write")) {
      Files.write(LIST, ranges(font.all().toList()));
    }
    assertThat(Files.readAllLines(LIST)).isEqualTo(ranges(font.all().toList()));
    assertThat(font.all()).hasSizeGreaterThan(30_000).allMatch(PrintableCharacters::has);
  }

  @Test
  void listContainsCommonCharactersAndNoDirectionControls() {
    assertThat(PrintableCharacters.has('Ễ')).isTrue();
    assertThat(PrintableCharacters.has('№')).isTrue();
    assertThat(PrintableCharacters.has('阮')).isTrue();
    assertThat(PrintableCharacters.has(0x202E)).isFalse();
    assertThat(PrintableCharacters.has(0x1F600)).isFalse();
  }

  private static List<String> ranges(List<Integer> all) {
    var ranges = new ArrayList<String>();
    for (var at = 0; at < all.size(); at++) {
      var first = all.get(at);
      while (at + 1 < all.size() && all.get(at + 1) == all.get(at) + 1) {
        at++;
      }
      ranges.add(
          first.equals(all.get(at))
              ? "%04X".formatted(first)
              : "%04X-%04X".formatted(first, all.get(at)));
    }
    return ranges;
  }
}
