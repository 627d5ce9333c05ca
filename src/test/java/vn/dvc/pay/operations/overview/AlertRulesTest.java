package vn.dvc.pay.operations.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.testing.Installed.prometheusOrSkip;

import java.nio.file.Path;
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
        new ProcessBuilder((prometheusOrSkip("promtool") + " " + command).split(" "))
            .directory(Path.of("monitoring").toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(output).isZero();
  }
}
