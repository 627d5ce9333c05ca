package vn.dvc.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dvc.sandbox.KeptKeys;
import vn.dvc.sandbox.SandboxApplication;
import vn.dvc.sandbox.mailbox.SandboxMailServer;

/** A real sandbox with an empty ledger on a port of its own, for one application under test. */
public final class ScenarioSandbox {
  public final int appPort;
  public final int port;
  public final Path data;
  private final ConfigurableApplicationContext context;

  private ScenarioSandbox(
      int appPort, int port, Path data, ConfigurableApplicationContext context) {
    this.appPort = appPort;
    this.port = port;
    this.data = data;
    this.context = context;
  }

  /**
   * @param more further arguments
   */
  public static ScenarioSandbox start(String... more) {
    try {
      var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sandbox-");
      KeptKeys.lendTo(data);
      int appPort = FreePort.next();
      int port = FreePort.next();
      var context =
          SandboxApplication.builder()
              .run(
                  Stream.concat(
                          Stream.of(
                              "--server.port=" + port,
                              "--dvc.sandbox.app-url=http://localhost:" + appPort,
                              "--dvc.sandbox.data=" + data,
                              "--dvc.sandbox.seed=false",
                              "--dvc.sandbox.mail-port=0",
                              "--logging.level.root=warn"),
                          Stream.of(more))
                      .toArray(String[]::new));
      KeptKeys.keepFrom(data);
      return new ScenarioSandbox(appPort, port, data, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://localhost:" + port;
  }

  int mailPort() {
    return context.getBean(SandboxMailServer.class).port();
  }

  /** Where the application under test is served. */
  public String appUrl() {
    return "http://localhost:" + appPort;
  }

  public void stop() {
    context.close();
  }
}
