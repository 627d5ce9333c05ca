package vn.dvc.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import vn.dvc.scenario.JsonClient;

/** A program in a process of its own, with its own folder and log. */
final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;
  private final double readyAfter;

  /**
   * Starts it and returns once it answers.
   *
   * @param java the command that starts Java
   * @param program what follows it: options, and a jar or a class with its class path
   * @param health what it answers with 200 once it is ready
   */
  Program(String java, Path folder, List<String> program, int port, String health) {
    log = folder.resolve("program.log");
    var command = new ArrayList<String>(List.of(java));
    command.addAll(program);
    command.add("--server.port=" + port);
    var start = System.nanoTime();
    try {
      Files.createDirectories(folder);
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    var at = JsonClient.at("http://localhost:" + port);
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> answers(at, health));
    readyAfter = (System.nanoTime() - start) / 1e9;
  }

  private boolean answers(JsonClient at, String health) {
    if (!process.isAlive()) {
      throw new IllegalStateException("The program has ended; see " + log);
    }
    try {
      return at.get(health).status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Seconds from its start until it was ready. */
  double readyAfter() {
    return readyAfter;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
