package vn.dvc.proof.chaos;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.dvc.scenario.UnpackedJar;

/**
 * The unpacked application beside a class-data archive (CDS). Nodes that are killed all the time
 * start from it with half the work, which leaves more of the machine to payments.
 */
final class QuickStart {
  /** The archive is valid only for the settings it was made with. */
  static final List<String> JAVA =
      List.of(
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=240m",
          "-XX:+UseSerialGC");

  private QuickStart() {}

  /** The command with which Java starts this application quickly. */
  static List<String> of(Path app) throws IOException, InterruptedException {
    var folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "quick-start-")
            .toAbsolutePath();
    var archive = folder.resolve("classes.jsa");
    var program = UnpackedJar.of(app, folder).toString();
    unsign(folder.resolve("lib"));
    var once = new ArrayList<>(JAVA);
    once.addAll(
        List.of(
            "-XX:ArchiveClassesAtExit=" + archive,
            "-Dspring.context.exit=onRefresh",
            "-jar",
            program,
            "--server.port=0",
            "--spring.datasource.url=jdbc:h2:mem:once",
            "--dvc.papers.compile-at-start=false"));
    run(folder, once);
    return List.of("-XX:SharedArchiveFile=" + archive, "-jar", program);
  }

  /** JDK 17 crashes when it archives lambdas of a signed jar, and one library is signed. */
  private static void unsign(Path libraries) throws IOException {
    try (var jars = Files.newDirectoryStream(libraries, "*.jar")) {
      for (var jar : jars) {
        try (var files = FileSystems.newFileSystem(jar)) {
          removeSignatures(files.getPath("META-INF"));
        }
      }
    }
  }

  private static void removeSignatures(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var signatures = Files.newDirectoryStream(folder, "*.{SF,RSA,DSA,EC}")) {
        for (var signature : signatures) {
          Files.delete(signature);
        }
      }
    }
  }

  private static void run(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(arguments);
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("program.log").toFile()))
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("No quick start; see " + folder.resolve("program.log"));
    }
  }
}
