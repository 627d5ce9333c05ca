package vn.dvc.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keys shared by successive sandboxes, because generating them takes longer than the rest of a
 * sandbox's start in a test.
 */
public final class KeptKeys {
  private static final Path KEPT = Path.of("target", "sandbox-keys");

  private KeptKeys() {}

  /** Gives a sandbox that was never started the keys of an earlier one, if there was any. */
  public static void lendTo(Path data) {
    try {
      var keys = data.resolve("keys");
      if (Files.exists(KEPT) && !Files.exists(keys)) {
        copy(KEPT, keys);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Saves the keys of a sandbox that has started; all or none, even if others do so concurrently.
   */
  public static void keepFrom(Path data) {
    if (Files.exists(KEPT)) {
      return;
    }
    try {
      var copied = Files.createTempDirectory(KEPT.getParent(), "sandbox-keys-");
      copy(data.resolve("keys"), copied);
      try {
        Files.move(copied, KEPT, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException another) {
        return; // was first, and its keys are as good
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
