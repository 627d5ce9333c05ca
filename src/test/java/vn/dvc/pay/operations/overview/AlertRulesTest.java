package vn.dvc.pay.operations.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules are valid and fire when they should; Prometheus' own tool says so. */
class AlertRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rules alerts.yaml",
        "test rules alerts-test.yaml",
        "check config --syntax-only prometheus.yaml"
      })
  void promtoolIsContent(String command) throws Exception {
    var process =
        new ProcessBuilder((promtoolOrSkip() + " " + command).split(" "))
            .directory(Path.of("monitoring").toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(output).isZero();
  }

  /** Debian's package prometheus has it. */
  private static Path promtoolOrSkip() throws IOException {
    for (var folder : System.getenv("PATH").split(":")) {
      var program = Path.of(folder, "promtool");
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    Assumptions.abort("Skipped: no promtool on the PATH; install Debian's package prometheus");
    throw new IllegalStateException("unreachable");
  }
}
