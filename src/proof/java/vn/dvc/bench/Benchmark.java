package vn.dvc.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.LoggerFactory;

/**
 * What payments cost, how long payers wait, and what the engine alone and the usual way would cost:
 * {@code mvn -Pbench verify}. Prints one page of tables and keeps it in {@code target/bench}.
 * Asserts nothing. Explained in docs/performance.md.
 */
public final class Benchmark {
  private final Settings settings;
  private final Path folder;
  private final StringBuilder page = new StringBuilder();

  private Benchmark(Settings settings) throws IOException {
    this.settings = settings;
    folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "bench")), LocalDate.now() + "-");
  }

  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try {
      new Benchmark(Settings.ofProperties()).run();
      System.exit(0);
    } catch (Throwable broken) {
      broken.printStackTrace();
      System.exit(1); // else the database's threads would keep us
    }
  }

  private void run() throws Exception {
    page.append("`%s`%n%n".formatted(settings.command()));
    page.append(
        "%s, commit %s, %s%n%n".formatted(LocalDate.now(), Machine.source(), Machine.described()));
    if (settings.parts().contains("load")) {
      load();
    }
    for (var part : Part.values()) {
      if (settings.parts().contains(part.word())) {
        page.append("## %s%n%s%n".formatted(part.title(), part.run(folder, settings.isShort())));
      }
    }
    var file = folder.resolve("benchmark.md");
    Files.writeString(file, page);
    System.out.printf("%n%s%n%s%n", page, file);
  }

  private void load() throws Exception {
    var bench = new LoadBench(settings, folder);
    page.append(
        "%s; %d payments a cell, %d repetitions, %d before thrown away%n%n"
            .formatted(bench.run(), settings.payments(), settings.repetitions(), settings.warm()));
    var tables = new LoadTables(bench.rows());
    page.append("## As payers see it%n%s%n".formatted(tables.asPayersSeeIt()));
    page.append("## What a payment costs%n%s%n".formatted(tables.whatItCosts()));
    page.append(
        "## Beside the floor and the usual way%n%s%n"
            .formatted(new Comparison(bench.rows()).table()));
    page.append(
            "## Started and idle%n| application | ready after s | statements a minute |%n"
                .formatted())
        .append("| --- | --- | --- |\n");
    for (var start : bench.starts()) {
      page.append(
          "| %s, %s, JDK %s | %.1f | %.0f |%n"
              .formatted(
                  start.way().word(),
                  start.store().title(),
                  start.java(),
                  start.ready(),
                  start.idle()));
    }
    page.append('\n');
  }
}
