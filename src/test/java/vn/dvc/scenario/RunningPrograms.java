package vn.dvc.scenario;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.dvc.sandbox.KeptKeys;

/**
 * The two programs as a province would run them: each jar in a process of its own, with its files
 * and its log in one folder, so that either can be killed without warning.
 */
final class RunningPrograms implements AutoCloseable {
  final Path folder;
  final String appUrl;
  final String sandboxUrl;
  final int appPort = FreePort.next();
  private final int sandboxPort = FreePort.next();
  private Path appJar = Path.of("target", "dvc-pay.jar").toAbsolutePath();
  private Process app;
  private Process sandbox;

  RunningPrograms() {
    try {
      folder = Files.createTempDirectory(Path.of("target"), "programs-").toAbsolutePath();
      Files.createDirectories(folder.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    appUrl = "http://localhost:" + appPort;
    sandboxUrl = "http://localhost:" + sandboxPort;
  }

  /** Both at once: neither needs the other to start. */
  void startBoth() {
    launchSandbox();
    startApp();
    answers(JsonClient.at(sandboxUrl), "/sandbox/sms", sandbox);
  }

  private void launchSandbox() {
    KeptKeys.lendTo(folder.resolve("data-sandbox"));
    sandbox =
        start(
            Path.of("target", "dvc-pay-sandbox.jar").toAbsolutePath(),
            "sandbox.log",
            "--server.port=" + sandboxPort,
            "--dvc.sandbox.app-url=" + appUrl,
            "--dvc.sandbox.mail-port=0",
            "--dvc.sandbox.seed=false");
  }

  void startApp() {
    app =
        start(
            appJar,
            "app.log",
            "--server.port=" + appPort,
            "--dvc.sandbox-url=" + sandboxUrl,
            "--dvc.public-url=" + appUrl,
            "--dvc.papers.compile-at-start=false");
    answers(JsonClient.at(appUrl), "/actuator/health", app);
  }

  /**
   * Once the jar itself has been seen to start, it is started unpacked, in two thirds of the time.
   */
  void unpackApp() throws IOException, InterruptedException {
    appJar = UnpackedJar.of(appJar, folder);
  }

  /** Pulls the plug: the operating system ends the process, and nothing of it continues. */
  void killApp() {
    app.destroyForcibly();
    try {
      if (!app.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The application outlived its kill");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    for (var process : new Process[] {app, sandbox}) {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  private Process start(Path jar, String log, String... arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-jar",
            jar.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), log)))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answers(JsonClient there, String path, Process process) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("The program ended while starting; see its log");
              }
              try {
                return there.get(path).status() == 200;
              } catch (UncheckedIOException e) {
                if (e.getCause() instanceof ConnectException) {
                  return false;
                }
                throw e;
              }
            });
  }
}
