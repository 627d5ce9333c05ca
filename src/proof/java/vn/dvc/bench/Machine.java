package vn.dvc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and on what something was measured. */
final class Machine {
  private Machine() {}

  static String described() {
    return "%d cores (%s), %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException noProc) {
      return System.getProperty("os.arch");
    }
  }

  /** The commit, and whether anything differs from it. */
  static String source() {
    var commit = said("git", "rev-parse", "--short", "HEAD");
    return said("git", "status", "--porcelain").isEmpty() ? commit : commit + " and changes";
  }

  /** As a Java calls itself, for example {@code 17.0.15}. */
  static String version(String java) {
    for (var line : said(java, "-XshowSettings:properties", "-version").split("\n")) {
      if (line.strip().startsWith("java.version =")) {
        return line.substring(line.indexOf('=') + 1).strip();
      }
    }
    return java;
  }

  private static String said(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException notThere) {
      return "unknown";
    }
  }
}
