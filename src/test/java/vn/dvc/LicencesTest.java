package vn.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The list of licences says of each part what the part says of itself: in its POM, its manifest, or
 * the texts in its jar. {@link JarsIT} sees to it that each part is in the list.
 */
@Tag("fast")
class LicencesTest {
  private static final Path LIST = Path.of("docs", "licences.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void eachPartIsUnderTheLicenceThatTheListNames() throws IOException {
    var names = names();
    var wrong = new ArrayList<String>();
    var judged = 0;
    for (var path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      var jar = Path.of(path);
      var part = jar.getFileName().toString().replaceFirst("(.+?)-\\d.*\\.jar", "$1");
      var listed = names.stream().filter(name -> name.pattern.matcher(part).matches()).findFirst();
      if (path.endsWith(".jar") && listed.isPresent()) {
        var licence = listed.get().licence;
        var said = PartOfOurs.licences(jar);
        if (!said.contains(licence)) {
          wrong.add(jar.getFileName() + " is listed as " + licence + ", says " + said);
        }
        judged++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).as("parts of the application's jar").isGreaterThan(200);
  }

  @Test
  void licenceThatWeDoNotAllowIsRefused() {
    assertThat(Licence.in("GNU AFFERO GENERAL PUBLIC LICENSE Version 3")).isEmpty();
    assertThat(Licence.in("Business Source License 1.1")).isEmpty();
    assertThat(Licence.in("Server Side Public License")).isEmpty();
    assertThat(Licence.in("GNU General Public License, version 2")).isEmpty();
    assertThatThrownBy(() -> Licence.firstIn("SSPL-1.0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of the table of libraries; the longest first, for spring-bridge is none of spring-*. */
  private static List<Name> names() throws IOException {
    return Files.readAllLines(LIST).stream()
        .takeWhile(line -> !line.startsWith("## Parts inside"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| "))
        .flatMap(
            cells ->
                NAME.matcher(cells[0])
                    .results()
                    .map(name -> Name.of(name.group(1), Licence.firstIn(cells[1]))))
        .sorted(Comparator.comparing(name -> -name.pattern.pattern().length()))
        .toList();
  }

  private record Name(Pattern pattern, Licence licence) {
    static Name of(String words, Licence licence) {
      return new Name(Pattern.compile(words.replace(".", "\\.").replace("*", ".*")), licence);
    }
  }
}
