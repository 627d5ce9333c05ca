package vn.dvc.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program laid out as production has it, by {@code production/lay-out.sh}. Nodes that are killed
 * all the time start with half the work, which leaves more of the machine to payments.
 */
public final class LaidOut {
  private LaidOut() {}

  /**
   * What follows {@code java}, and options of one's own, to start the program of this jar.
   *
   * @param java the command that starts Java, for which alone it is laid out
   */
  public static List<String> of(Path jar, String java) throws IOException {
    var folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "laid-out-")
            .toAbsolutePath();
    var laying =
        new ProcessBuilder("production/lay-out.sh", jar.toString(), folder.toString()).inheritIO();
    laying.environment().put("JAVA_HOME", Path.of(java).getParent().getParent().toString());
    var process = laying.start();
    if (process.onExit().orTimeout(5, TimeUnit.MINUTES).join().exitValue() != 0) {
      throw new IllegalStateException("Cannot lay out " + jar + " in " + folder);
    }
    var program = folder.resolve(jar.getFileName());
    return List.of("@" + folder.resolve("java.options"), "-jar", program.toString());
  }
}
