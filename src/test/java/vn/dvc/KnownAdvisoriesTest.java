package vn.dvc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No part of which an advisory warns, as far as an open build of a newer one exists. */
@Tag("fast")
class KnownAdvisoriesTest {

  @Test
  void noPartOnTheClassPathIsOlderThanItsAdvisoriesAllow() throws IOException {
    var parts =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> Path.of(path).getFileName().toString())
            .toList();

    assertThat(Advisories.read().forbidden(parts)).isEmpty();
    assertThat(Advisories.read().notThere(parts)).isEmpty();
  }

  @Test
  void partIsForbiddenBelowTheFirstSafeVersionOnly() throws IOException {
    var advisories = Advisories.read();

    assertThat(advisories.forbidden(List.of("tomcat-embed-core-10.1.54.jar", "h2-2.0.204.jar")))
        .contains("tomcat-embed-core 10.1.54: CVE-2026-43512, CVE-2026-43515")
        .anyMatch(sentence -> sentence.startsWith("h2 2.0.204: "));
    assertThat(
            advisories.forbidden(
                List.of("tomcat-embed-core-10.1.61.jar", "thymeleaf-3.1.5.RELEASE.jar")))
        .isEmpty();
    assertThat(advisories.forbidden(List.of("thymeleaf-3.1.4.RELEASE.jar"))).hasSize(1);
  }

  @Test
  void decisionOnVersionsSpeaksOfEachAdvisoryThatNoBuildMends() throws IOException {
    assertThat(Files.readString(Path.of("docs", "adr", "0003-versions.md")))
        .contains(Advisories.read().open());
  }
}
