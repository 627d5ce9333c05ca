package vn.dvc.proof.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * This run's own PostgreSQL, which can be stopped abruptly and restarted where it was. Whatever it
 * has confirmed survives any death of its process (synchronous_commit), but not of the machine.
 */
final class DatabaseServer implements AutoCloseable {
  private static final String NAME = "chaos";

  private final Path data;
  private final Path log;
  private final int port;
  private final List<String> command;
  private long pid;

  DatabaseServer(Path folder) {
    data = folder.resolve("postgres");
    log = folder.resolve("postgres.log");
    try {
      var first =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .setRegisterShutdownHook(false)
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      port = first.getPort();
      pid = pidInFile();
      command = commandOf(pid);
      try (var connection = first.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + NAME);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  String url(int throughPort) {
    return "jdbc:postgresql://localhost:" + throughPort + "/" + NAME;
  }

  /** For the judge: bypasses all proxies. */
  DataSource direct() {
    var source = new PGSimpleDataSource();
    source.setUrl(url(port));
    source.setUser("postgres");
    source.setPassword("postgres");
    return source;
  }

  /** Stops without closing connections, as {@code pg_ctl stop -m immediate} does. */
  void stopAtOnce() {
    var process = ProcessHandle.of(pid);
    Signals.send("QUIT", pid);
    process.ifPresent(it -> it.onExit().join());
  }

  void startAgain() {
    try {
      pid =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .directory(new File("/"))
              .start()
              .pid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::answers);
  }

  private boolean answers() {
    try (var connection = direct().getConnection()) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    stopAtOnce();
  }

  private long pidInFile() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  /** Runs the same command again; root has to drop privileges, as at the first start. */
  private static List<String> commandOf(long pid) {
    var running = ProcessHandle.of(pid).orElseThrow().info();
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(running.command().orElseThrow());
    command.addAll(List.of(running.arguments().orElseThrow()));
    return List.copyOf(command);
  }
}
