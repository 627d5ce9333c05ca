package vn.dvc.pay.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Programs of other people that a test runs; without them, it is skipped. */
public final class Installed {
  private Installed() {}

  /** Prometheus itself and its tool promtool; Debian's package prometheus has both. */
  public static Path prometheusOrSkip(String program) {
    for (var folder : System.getenv("PATH").split(":")) {
      var found = Path.of(folder, program);
      if (Files.isExecutable(found)) {
        return found;
      }
    }
    Assumptions.abort(
        "Skipped: no " + program + " on the PATH; install Debian's package prometheus");
    throw new IllegalStateException("unreachable");
  }
}
