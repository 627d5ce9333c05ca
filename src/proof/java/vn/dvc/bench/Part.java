package vn.dvc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A smaller benchmark, in a JVM of its own. */
enum Part {
  HOT("Hot code", "org.openjdk.jmh.Main") {
    @Override
    List<String> arguments(Path folder, boolean isShort) {
      var rounds = isShort ? "-f 1 -wi 2 -i 3 -w 200ms -r 200ms" : "-f 2 -wi 5 -i 5 -w 1s -r 1s";
      var arguments = new ArrayList<>(List.of(rounds.split(" ")));
      arguments.addAll(List.of("-bm", "avgt", "-tu", "us", "-prof", "gc"));
      arguments.addAll(List.of("-rf", "json", "-rff", results(folder).toString()));
      return arguments;
    }

    @Override
    String page(Path folder, String said) throws IOException {
      return HotTable.of(results(folder));
    }

    private Path results(Path folder) {
      return folder.resolve("hot.json");
    }
  },
  DOCUMENTS("Documents in 256 MB", DocumentsBench.class.getName(), "-Xmx256m"),
  STATEMENTS("Statements in 128 MB", StatementBench.class.getName(), "-Xmx128m"),
  PAGES("Pages", PagesBench.class.getName(), "-Xmx256m"),
  NODES("Two nodes beside one", NodesBench.class.getName(), "-Xmx256m"),
  GROWTH("Among many finished payments", GrowthBench.class.getName(), "-Xmx256m"),
  DAY("The peak day of the largest province", DayBench.class.getName(), "-Xmx256m"),
  SOAK("Two nodes for hours", SoakBench.class.getName(), "-Xmx256m");

  private final String title;
  private final String program;
  private final List<String> options;

  Part(String title, String program, String... options) {
    this.title = title;
    this.program = program;
    this.options = List.of(options);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  List<String> arguments(Path folder, boolean isShort) {
    return List.of(folder.toString());
  }

  String page(Path folder, String said) throws IOException {
    return "```\n" + said.strip() + "\n```\n";
  }

  /** Returns what it shows, as Markdown. */
  String run(Path folder, boolean isShort) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(given());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
    command.addAll(arguments(folder, isShort));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new StringBuilder();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = output.readLine()) != null; ) {
        System.out.println(line); // at once, because some parts take hours
        said.append(line).append('\n');
      }
    }
    return process.waitFor() == 0
        ? page(folder, said.toString())
        : "It failed:\n\n```\n" + said + "```\n";
  }

  /** What Maven passes on without a value counts as not set. */
  private static List<String> given() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("bench.") && !System.getProperty(name).isBlank())
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }
}
