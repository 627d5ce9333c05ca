package vn.dvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;

/**
 * How long the server took for each request, from the request's first byte to the answer's last
 * byte handed to the socket, as Tomcat's access log tells it.
 */
final class AccessTimes {
  private static final String NAME = "server-times";

  private final Path file;

  /**
   * @param folder for the log
   */
  AccessTimes(Path folder) {
    file = folder.toAbsolutePath().resolve(NAME);
  }

  /** What makes Java's server keep it. */
  List<String> options() {
    return List.of(
        "-Dserver.tomcat.accesslog.enabled=true",
        "-Dserver.tomcat.accesslog.directory=" + file.getParent(),
        "-Dserver.tomcat.accesslog.prefix=" + NAME,
        "-Dserver.tomcat.accesslog.suffix=",
        "-Dserver.tomcat.accesslog.rotate=false",
        "-Dserver.tomcat.accesslog.buffered=false",
        "-Dserver.tomcat.accesslog.pattern=%{us}T %U");
  }

  /** How many requests for this path have been answered so far. */
  int answered(String path) {
    return times(path).size();
  }

  /** Microseconds of those answered after the first ones, once there are so many. */
  Histogram after(int first, int many, String path) {
    Awaitility.await().until(() -> answered(path) >= first + many);
    var micros = new Histogram(3);
    times(path).stream().skip(first).forEach(micros::recordValue);
    return micros;
  }

  private List<Long> times(String path) {
    try (var lines = Files.lines(file)) {
      return lines
          .map(line -> line.split(" ", 2))
          .filter(parts -> parts.length == 2 && parts[1].equals(path))
          .map(parts -> Long.valueOf(parts[0]))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("No access log", e);
    }
  }
}
