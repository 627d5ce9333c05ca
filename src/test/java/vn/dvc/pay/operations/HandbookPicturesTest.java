package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The handbooks show each picture that there is, and no other. */
@Tag("fast")
class HandbookPicturesTest {
  private static final Path HANDBOOKS = Path.of("docs/handbook");
  private static final Pattern SHOWN = Pattern.compile("!\\[[^]]+]\\(pictures/([a-z-]+\\.jpg)\\)");
  private static final long MOST_BYTES = 100_000;

  @Test
  void everyPictureIsShownDescribedAndSmall() throws IOException {
    var shown = new TreeSet<String>();
    try (var handbooks = Files.newDirectoryStream(HANDBOOKS, "*.md")) {
      for (var handbook : handbooks) {
        SHOWN.matcher(Files.readString(handbook)).results().forEach(it -> shown.add(it.group(1)));
      }
    }
    var taken = new TreeSet<String>();
    try (var pictures = Files.newDirectoryStream(HANDBOOKS.resolve("pictures"), "*.jpg")) {
      for (var picture : pictures) {
        taken.add(picture.getFileName().toString());
        assertThat(Files.size(picture)).as("%s", picture).isLessThan(MOST_BYTES);
      }
    }
    assertThat(shown).isNotEmpty().isEqualTo(taken);
  }
}
