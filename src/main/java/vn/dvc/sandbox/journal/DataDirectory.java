package vn.dvc.sandbox.journal;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/** The directory of journals and keys, owned by one running sandbox at a time. */
@Component
public class DataDirectory {

  private final Path path;
  private final FileChannel lock;

  DataDirectory(SandboxSettings settings) {
    this.path = settings.data();
    try {
      Files.createDirectories(path);
      this.lock =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!owned()) {
        lock.close();
        throw new IllegalStateException(
            "Another sandbox is using "
                + path.toAbsolutePath()
                + "; stop it or choose another directory by --dvc.sandbox.data");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the directory " + path.toAbsolutePath(), e);
    }
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  private boolean owned() throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @PreDestroy
  void release() throws IOException {
    lock.close();
  }
}
