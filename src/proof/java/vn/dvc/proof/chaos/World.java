package vn.dvc.proof.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.dvc.scenario.FreePort;

/**
 * All programs of a run and the network between them. Each node reaches banks and database through
 * proxies of its own; the banks reach whichever node responds first.
 */
final class World implements AutoCloseable {
  final Path folder;
  final DatabaseServer database;
  final Program sandbox;
  final List<Node> nodes = new ArrayList<>();
  final String sandboxUrl;
  private final TcpProxy front = new TcpProxy(this::ports);

  World(Settings settings) {
    try {
      folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chaos-");
      var absolute = folder.toAbsolutePath();
      database = new DatabaseServer(absolute);
      int sandboxPort = FreePort.next();
      sandboxUrl = "http://localhost:" + sandboxPort;
      sandbox =
          new Program(
              absolute.resolve("sandbox"),
              List.of("-jar", settings.sandbox().toString()),
              sandboxPort,
              "/sandbox/sms",
              List.of(
                  "--dvc.sandbox.app-url=http://localhost:" + front.port(),
                  "--dvc.sandbox.mail-port=0",
                  "--dvc.sandbox.seed=false"));
      var models = HurriedModels.withShortWindows(absolute.resolve("models"));
      for (int i = 0; i < settings.nodes(); i++) {
        nodes.add(node(i, absolute, settings.launch(), sandboxPort, models));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A node and its two network links. */
  record Node(int number, int port, Program program, TcpProxy toBanks, TcpProxy toDatabase) {
    String url() {
      return "http://localhost:" + port;
    }
  }

  void start() {
    sandbox.start();
    nodes.get(0).program().start();
    sandbox.awaitReady(Duration.ofMinutes(3));
    nodes.get(0).program().awaitReady(Duration.ofMinutes(8));
    nodes.stream().skip(1).forEach(node -> node.program().start());
    nodes.stream().skip(1).forEach(node -> node.program().awaitReady(Duration.ofMinutes(8)));
  }

  /** Everything works again when this returns. */
  void heal() {
    LoadCaller.anybody(sandboxUrl).send("DELETE", "/sandbox/faults", null, Map.of());
    LoadCaller.anybody(sandboxUrl).send("DELETE", "/sandbox/portal/moods", null, Map.of());
    for (var node : nodes) {
      node.toBanks().pass();
      node.toDatabase().pass();
      if (node.program().isFrozen()) {
        node.program().thaw();
      }
    }
    nodes.forEach(node -> node.program().awaitReady(Duration.ofMinutes(8)));
  }

  /**
   * Those that respond first; all of them, because a node that is ready may be dead a moment later.
   */
  private List<Integer> ports() {
    var ready = nodes.stream().filter(it -> it.program().isReady()).map(Node::port).toList();
    var all = new ArrayList<>(ready);
    Collections.shuffle(all);
    nodes.stream().map(Node::port).filter(it -> !ready.contains(it)).forEach(all::add);
    return all;
  }

  private Node node(int number, Path folder, List<String> launch, int sandboxPort, Path models) {
    int port = FreePort.next();
    var toBanks = TcpProxy.to(sandboxPort);
    var toDatabase = TcpProxy.to(database.port());
    var program =
        new Program(
            folder.resolve("node-" + (number + 1)),
            launch,
            port,
            "/actuator/health",
            List.of(
                "--spring.datasource.url=" + database.url(toDatabase.port()),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--dvc.sandbox-url=http://localhost:" + toBanks.port(),
                "--dvc.public-url=http://localhost:" + front.port(),
                "--dvc.models=" + models,
                "--dvc.keys.dir=" + folder.resolve("keys"),
                "--dvc.papers.compile-at-start=false",
                // Otherwise the last inquiry, and the portal's events, would take hours to come to
                // rest.
                "--dvc.inquiries.pauses=4s,10s,15s,20s,20s",
                "--dvc.bank.retries.pauses=2s,5s,10s,20s,30s",
                "--dvc.reconciliation.fetch-pauses=5s,10s,20s,30s",
                "--dvc.reconciliation.match-pauses=5s,10s,15s",
                // Everything booked is compared, up to the last second.
                "--dvc.reconciliation.margin=1s",
                "--dvc.outbox.pauses=2s,5s,5s,10s,10s,20s,20s,30s,30s,30s,30s,60s,60s,60s"));
    return new Node(number, port, program, toBanks, toDatabase);
  }

  @Override
  public void close() {
    Stream.concat(nodes.stream().map(Node::program), Stream.of(sandbox)).forEach(Program::close);
    nodes.forEach(
        node -> {
          node.toBanks().close();
          node.toDatabase().close();
        });
    front.close();
    database.close();
  }
}
