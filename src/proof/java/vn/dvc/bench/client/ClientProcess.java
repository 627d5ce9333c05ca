package vn.dvc.bench.client;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.dvc.scenario.JsonClient;

/** The client as the benchmark sees it. */
public final class ClientProcess implements AutoCloseable {
  /** Gives up idle connections long before servers close them, perhaps just when one is used. */
  private static final String IDLE = "-Djdk.httpclient.keepalive.timeout=3";

  private final Process process;
  private final BufferedReader answers;

  /**
   * @param log where it says what goes wrong
   * @param arguments of {@link LoadClient}
   */
  public ClientProcess(Path log, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx512m", "-Dsun.net.httpserver.nodelay=true", IDLE));
    command.add("-Dbench.typing=" + Payer.TYPING_MILLIS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(LoadClient.class.getName());
    command.addAll(arguments);
    try {
      process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .directory(new File("."))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  public long pid() {
    return process.pid();
  }

  public Outcome run(Job job) {
    try {
      var orders = process.outputWriter(StandardCharsets.UTF_8);
      orders.write(JsonClient.MAPPER.writeValueAsString(job));
      orders.newLine();
      orders.flush();
      for (String line; (line = answers.readLine()) != null; ) {
        if (line.startsWith(LoadClient.ANSWER)) {
          return JsonClient.MAPPER.readValue(
              line.substring(LoadClient.ANSWER.length()), Outcome.class);
        }
      }
      throw new IllegalStateException("The client has ended; see its log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
