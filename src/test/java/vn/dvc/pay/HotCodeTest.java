package vn.dvc.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Only the profile {@code bench} builds the benchmarks of hot code. Without this test, a change
 * that breaks one would go unseen until somebody measures.
 */
@Tag("fast")
class HotCodeTest {
  private static final Path BENCHMARKS = Path.of("src/jmh/java");

  @Test
  void itsBenchmarksCompile(@TempDir Path classes) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      var sources = files.getJavaFileObjectsFromPaths(benchmarks());

      var compiled = compiler.getTask(said, files, null, options, null, sources).call();

      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private static List<Path> benchmarks() throws IOException {
    try (var files = Files.walk(BENCHMARKS)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
