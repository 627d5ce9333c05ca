package vn.dvc.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.Yaml;
import vn.dvc.bench.client.ClientProcess;
import vn.dvc.bench.client.PayersCards;
import vn.dvc.bench.measure.JvmProbe;
import vn.dvc.bench.measure.Meter;
import vn.dvc.proof.chaos.AccountRegistration;
import vn.dvc.sandbox.KeptKeys;
import vn.dvc.scenario.FreePort;
import vn.dvc.scenario.JsonClient;
import vn.dvc.scenario.ModelsWithoutLimits;

/**
 * Nodes of DVC Pay on one database, each as production starts it, and the sandbox as their banks.
 */
final class OurWorld implements World {
  private static final List<String> ALL_CALLS = List.of("authorise", "otp", "capture", "inquiry");

  private final Database database;
  private final Program sandbox;
  private final SlowLine line;
  private final List<Program> nodes = new ArrayList<>();
  private final ClientProcess client;
  private final List<JvmProbe> jvms = new ArrayList<>();
  private final Meter meter;
  private final JsonClient control;
  private final int port = FreePort.next();

  /**
   * @param launch what follows Java to start each node
   * @param nodes how many
   * @param settings of each, besides the usual ones
   */
  OurWorld(
      Path folder,
      Database database,
      String java,
      List<String> launch,
      int nodes,
      List<String> settings) {
    this.database = database;
    var sandboxPort = FreePort.next();
    var portalPort = FreePort.next();
    var sandboxFolder = folder.resolve("sandbox");
    var url = address();
    KeptKeys.lendTo(sandboxFolder.resolve("data-sandbox"));
    giveCards(sandboxFolder.resolve("sandbox"));
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
    var ports =
        Stream.concat(Stream.of(port), Stream.generate(FreePort::next)).limit(nodes).toList();
    client =
        new ClientProcess(
            folder.resolve("client.log"),
            List.of(
                ports.stream().map(OurWorld::url).collect(Collectors.joining(",")),
                "http://localhost:" + sandboxPort,
                Integer.toString(portalPort),
                sandboxFolder.resolve("data-sandbox/banks.jsonl").toString()));
    var each = new ArrayList<>(settings);
    each.add("--dvc.models=" + models(folder));
    for (var own : ports) {
      this.nodes.add(node(folder, java, launch, own, portalPort, each));
    }
    this.nodes.forEach(node -> jvms.add(new JvmProbe(node.pid())));
    meter =
        new Meter(
            database.counting(),
            jvms.get(0),
            this.nodes.stream().map(Program::pid).toList(),
            client.pid(),
            sandbox.pid());
  }

  private Program node(
      Path folder,
      String java,
      List<String> launch,
      int own,
      int portalPort,
      List<String> settings) {
    var program = new ArrayList<>(launch);
    program.addAll(
        List.of(
            "--dvc.sandbox-url=http://localhost:" + line.port(),
            "--dvc.public-url=" + address(),
            "--dvc.keys.dir=" + folder.resolve("keys"),
            "--dvc.portal.url=http://localhost:" + portalPort + "/portal",
            "--spring.datasource.hikari.register-mbeans=true"));
    program.addAll(database.settings());
    program.addAll(settings);
    return new Program(java, folder.resolve("node-" + own), program, own, "/actuator/health");
  }

  private static Path models(Path folder) {
    try {
      return ModelsWithoutLimits.in(folder.resolve("models")).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sandbox's own settings, each bank with a card for every payer. */
  @SuppressWarnings("unchecked")
  private static void giveCards(Path folder) {
    try (var usual = new ClassPathResource("sandbox/sandbox.yaml").getInputStream()) {
      Map<String, Map<String, Object>> all = new Yaml().load(usual);
      var banks = (List<Map<String, Object>>) all.get("dvc.sandbox").get("banks");
      banks.forEach(
          bank ->
              bank.put(
                  "cards",
                  PayersCards.numbers((String) bank.get("bin")).stream()
                      .map(number -> Map.of("number", number, "outcome", "success"))
                      .toList()));
      Files.writeString(
          Files.createDirectories(folder).resolve("sandbox.yaml"),
          new Yaml().dump(Map.of("dvc.sandbox", Map.of("banks", banks))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jar(String name) {
    return Path.of("target", name).toAbsolutePath().toString();
  }

  @Override
  public String address() {
    return url(port);
  }

  private static String url(int port) {
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
  public List<JvmProbe> jvms() {
    return jvms;
  }

  @Override
  public JdbcClient jdbc() {
    return database.jdbc();
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
    return nodes.get(0).readyAfter();
  }

  @Override
  public void close() {
    jvms.forEach(JvmProbe::close);
    client.close();
    nodes.forEach(Program::close);
    line.close();
    sandbox.close();
    database.close();
  }
}
