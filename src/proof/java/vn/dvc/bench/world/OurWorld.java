package vn.dvc.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.dvc.bench.client.ClientProcess;
import vn.dvc.bench.measure.JvmProbe;
import vn.dvc.bench.measure.Meter;
import vn.dvc.proof.chaos.AccountRegistration;
import vn.dvc.sandbox.KeptKeys;
import vn.dvc.scenario.FreePort;
import vn.dvc.scenario.JsonClient;
import vn.dvc.scenario.ModelsWithoutLimits;

/** DVC Pay as its users start it, and the sandbox as its banks. */
final class OurWorld implements World {
  private static final List<String> ALL_CALLS = List.of("authorise", "otp", "capture", "inquiry");

  private final Database database;
  private final Program sandbox;
  private final SlowLine line;
  private final Program application;
  private final ClientProcess client;
  private final JvmProbe jvm;
  private final Meter meter;
  private final JsonClient control;
  private final int port = FreePort.next();

  OurWorld(Path folder, Database database, String java, List<String> options) {
    this.database = database;
    var sandboxPort = FreePort.next();
    var portalPort = FreePort.next();
    var sandboxFolder = folder.resolve("sandbox");
    var url = address();
    KeptKeys.lendTo(sandboxFolder.resolve("data-sandbox"));
    sandbox =
        new Program(
            ProcessHandle.current().info().command().orElse("java"),
            sandboxFolder,
            List.of(
                "-jar",
                jar("dvc-pay-sandbox.jar"),
                "--dvc.sandbox.app-url=" + url,
                "--dvc.sandbox.mail-port=0",
                "--dvc.sandbox.seed=false"),
            sandboxPort,
            "/sandbox/faults");
    KeptKeys.keepFrom(sandboxFolder.resolve("data-sandbox"));
    control = JsonClient.at("http://localhost:" + sandboxPort + "/sandbox");
    line = new SlowLine(sandboxPort);
    client =
        new ClientProcess(
            folder.resolve("client.log"),
            List.of(
                url,
                "http://localhost:" + sandboxPort,
                Integer.toString(portalPort),
                sandboxFolder.resolve("data-sandbox/banks.jsonl").toString()));
    application = application(folder, java, options, url, portalPort);
    jvm = new JvmProbe(application.pid());
    meter = new Meter(database.counting(), jvm, application.pid(), client.pid(), sandbox.pid());
  }

  private Program application(
      Path folder, String java, List<String> options, String url, int portalPort) {
    var program = new ArrayList<>(options);
    program.addAll(
        List.of(
            "-jar",
            jar("dvc-pay.jar"),
            "--dvc.sandbox-url=http://localhost:" + line.port(),
            "--dvc.public-url=" + url,
            "--dvc.portal.url=http://localhost:" + portalPort + "/portal",
            "--dvc.models=" + models(folder),
            "--spring.datasource.hikari.register-mbeans=true"));
    program.addAll(database.settings());
    return new Program(java, folder.resolve("application"), program, port, "/actuator/health");
  }

  private static Path models(Path folder) {
    try {
      return ModelsWithoutLimits.in(folder.resolve("models")).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jar(String name) {
    return Path.of("target", name).toAbsolutePath().toString();
  }

  @Override
  public String address() {
    return "http://localhost:" + port;
  }

  @Override
  public ClientProcess client() {
    return client;
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public void banksAre(BankMood mood) {
    control.delete("/faults");
    line.answersAfter(mood.millis());
    if (mood.hang()) {
      for (var operation : ALL_CALLS) {
        control.post(
            "/faults",
            Map.of(
                "bank",
                BankMood.HANGING,
                "operation",
                operation,
                "fault",
                "no-answer",
                "times",
                1_000_000,
                "seconds",
                60));
      }
    }
  }

  @Override
  public void registerAccount() throws Exception {
    new AccountRegistration(port).register();
  }

  @Override
  public double readyAfter() {
    return application.readyAfter();
  }

  @Override
  public void close() {
    jvm.close();
    client.close();
    application.close();
    line.close();
    sandbox.close();
    database.close();
  }
}
