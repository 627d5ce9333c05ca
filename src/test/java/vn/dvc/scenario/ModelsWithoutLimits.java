package vn.dvc.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The product's models, but nobody tries too often: in a run, a few payers and cards pay for all.
 */
public final class ModelsWithoutLimits {
  private ModelsWithoutLimits() {}

  /** Copies them into this folder. */
  public static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(Path.of("processes"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    var limits = folder.resolve("velocity-policy.dmn");
    var most = "(?<most>-most\"><text>)[1-9]\\d*";
    Files.writeString(limits, Files.readString(limits).replaceAll(most, "${most}1000000"));
    return folder;
  }
}
