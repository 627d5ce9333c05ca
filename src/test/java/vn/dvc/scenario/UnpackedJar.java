package vn.dvc.scenario;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program extracted from its jar, as Spring Boot recommends for production: it starts faster. */
public final class UnpackedJar {
  private UnpackedJar() {}

  /** Unpacks the program into a folder and returns the jar to start it from. */
  public static Path of(Path jar, Path folder) throws IOException, InterruptedException {
    var unpacking =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djarmode=tools",
                "-jar",
                jar.toAbsolutePath().toString(),
                "extract",
                "--force",
                "--destination",
                ".")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "unpacking.log"))
            .start();
    if (!unpacking.waitFor(1, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
      unpacking.destroyForcibly();
      throw new IllegalStateException("Cannot unpack " + jar + "; see " + folder);
    }
    return folder.resolve(jar.getFileName());
  }
}
