package vn.dvc.pay.web.security.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check that operators run before they start production, as a program of its own. */
class CheckOnlyTest {
  @TempDir Path folder;

  @Test
  void everythingThatIsMissingIsNamedAtOnceAndNothingIsStarted() throws Exception {
    var output = run(1, "--spring.profiles.active=production", "--check-only");

    assertThat(output)
        .contains("Production would not start:")
        .contains("- DVC_DB_URL is missing")
        .contains("- DVC_PAYERS_ISSUER is missing")
        .contains("- DVC_SIGNING_KEYS is missing")
        .contains("- the portal is not an https address (dvc.portal.url)")
        .contains("- bank 970415 is not called over https (dvc.banks)")
        .contains("- the keys of bank 970436 are not pinned")
        .contains("- fees would be collected on the account of the demonstration (dvc.collecting)")
        .doesNotContain("Tomcat");
    assertThat(folder.toFile().list()).containsOnly("output");
  }

  /** As does a real start. */
  @Test
  void startNamesEverythingBeforeItOpensAnything() throws Exception {
    var output = run(1, "--spring.profiles.active=production");

    assertThat(output)
        .contains("Production does not start: ")
        .contains("DVC_DB_URL is missing; ")
        .contains("DVC_SIGNING_KEYS is missing; ")
        .contains("the portal is not an https address (dvc.portal.url)")
        .doesNotContain("Tomcat")
        .doesNotContain("Could not resolve placeholder");
    assertThat(folder.toFile().list()).containsOnly("output");
  }

  @Test
  void itChecksTheProductionProfileOnly() throws Exception {
    assertThat(run(2, "--check-only")).contains("--spring.profiles.active=production");
  }

  private String run(int exit, String... arguments) throws IOException, InterruptedException {
    var output = folder.resolve("output").toFile();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "vn.dvc.pay.PayApplication"));
    command.addAll(List.of(arguments));
    var program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    var text = Files.readString(output.toPath());
    assertThat(program.exitValue()).as(text).isEqualTo(exit);
    return text;
  }

  private static String absolute(String classPath) {
    return List.of(classPath.split(File.pathSeparator)).stream()
        .map(part -> new File(part).getAbsolutePath())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
