package vn.dvc.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import vn.dvc.pay.testing.Installed;

/**
 * A real Prometheus that watches one node by our alert rules. It looks every second, and an alert
 * need not hold for minutes before it fires; what is watched is as in {@code monitoring}.
 */
final class Prometheus implements AutoCloseable {
  private final Process program;
  private final JsonClient api;

  private Prometheus(Process program, JsonClient api) {
    this.program = program;
    this.api = api;
  }

  static Prometheus watchingOrSkip(int managementPort) throws IOException {
    var program = Installed.prometheusOrSkip("prometheus");
    var folder = Files.createTempDirectory(Path.of("target"), "prometheus-");
    hurried("alerts.yaml", folder, "for: \\d+m", "for: 1s");
    hurried(
        "prometheus.yaml", folder, "30s", "1s", "localhost:8081", "localhost:" + managementPort);
    var port = FreePort.next();
    var log = folder.resolve("log");
    var started =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + folder.resolve("prometheus.yaml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new Prometheus(started, JsonClient.at("http://localhost:" + port + "/api/v1"));
  }

  /**
   * A copy of one of our files with each pattern replaced; one that matches nothing is a mistake.
   */
  private static void hurried(String file, Path folder, String... replaced) throws IOException {
    var text = Files.readString(Path.of("monitoring", file));
    for (int pair = 0; pair < replaced.length; pair += 2) {
      var changed = text.replaceAll(replaced[pair], replaced[pair + 1]);
      if (changed.equals(text)) {
        throw new IllegalStateException(file + " has no " + replaced[pair]);
      }
      text = changed;
    }
    Files.writeString(folder.resolve(file), text);
  }

  /** Whether a query finds anything, such as a metric with a value. */
  boolean sees(String query) {
    var found = api.get("/query?query=" + URLEncoder.encode(query, UTF_8)).body();
    return !found.path("data").path("result").isEmpty();
  }

  /** The names of the alerts that fire, with the bank that they are about. */
  Set<String> firing() {
    var names = new TreeSet<String>();
    for (var alert : api.get("/alerts").body().path("data").path("alerts")) {
      if (alert.path("state").asText().equals("firing")) {
        var labels = alert.path("labels");
        names.add((labels.path("alertname").asText() + " " + labels.path("bank").asText()).strip());
      }
    }
    return names;
  }

  @Override
  public void close() {
    program.destroy();
    try {
      if (!program.waitFor(20, TimeUnit.SECONDS)) {
        program.destroyForcibly();
      }
    } catch (InterruptedException e) {
      program.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
