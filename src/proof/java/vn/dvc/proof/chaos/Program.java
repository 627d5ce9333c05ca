package vn.dvc.proof.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A program in a process of its own, with its own folder and log. */
final class Program implements AutoCloseable {
  /** The command that starts Java. */
  static final String JAVA = ProcessHandle.current().info().command().orElseThrow();

  /**
   * Lightly compiled: a node that is killed every minute does not earn back what more would cost.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=240m",
          "-XX:+UseSerialGC");

  private final Path folder;
  private final List<String> command;
  private final LoadCaller at;
  private final String health;
  private volatile Process process;
  private volatile boolean ready;
  private volatile boolean frozen;

  Program(Path folder, List<String> launch, int port, String health, List<String> arguments) {
    this.folder = folder;
    this.at = LoadCaller.anybody("http://localhost:" + port);
    this.health = health;
    this.command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    command.addAll(launch);
    command.addAll(List.of("--server.port=" + port, "--spring.main.banner-mode=off"));
    command.addAll(arguments);
    try {
      Files.createDirectories(folder.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unless it is running. */
  synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    ready = false;
    frozen = false;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("program.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns once it responds; restarts it if it exited while its database was down. */
  void awaitReady(Duration patience) {
    Awaitility.await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              start();
              return answers();
            });
  }

  private boolean answers() {
    ready = !frozen && process.isAlive() && at.get(health).status() == 200;
    return ready;
  }

  boolean isReady() {
    return ready && !frozen && process.isAlive();
  }

  boolean isFrozen() {
    return frozen;
  }

  synchronized void kill() {
    ready = false;
    process.destroyForcibly().onExit().join();
  }

  synchronized void freeze() {
    ready = false;
    frozen = true;
    Signals.send("STOP", process.pid());
  }

  synchronized void thaw() {
    Signals.send("CONT", process.pid());
    frozen = false;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
