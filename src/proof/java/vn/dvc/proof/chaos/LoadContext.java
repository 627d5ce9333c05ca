package vn.dvc.proof.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** What all payers share: the nodes they may call, the banks' keys, the phone and the cashier. */
final class LoadContext {
  private final Settings settings;
  private final List<LoadCaller> apis;
  private final Map<String, BankFacts> banks = new HashMap<>();
  private final Phone phone;
  private final LoadCaller cashier;
  private final History history;
  private final Tally tally;
  private final AtomicInteger dossiers = new AtomicInteger();
  private final ExecutorService otherHands =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "other-hand");
            thread.setDaemon(true);
            return thread;
          });

  LoadContext(Settings settings, World world, History history, Tally tally) {
    this.tally = tally;
    this.settings = settings;
    this.history = history;
    this.apis =
        world.nodes.stream().map(node -> LoadCaller.as("portal", node.url() + "/api/v1")).toList();
    this.phone = new Phone(world.sandboxUrl);
    this.cashier = LoadCaller.anybody(world.sandboxUrl);
    var offered =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> apis.get(0).get("/banks").body().path("banks"), it -> !it.isEmpty());
    for (var bank : offered) {
      banks.put(
          bank.path("bin").asText(),
          new BankFacts(
              bank.path("keys").path("keys").path(0).toString(),
              bank.path("terms").path("version").asText()));
    }
  }

  /** What a payer needs to know of a bank: its sealing key and the terms to accept. */
  record BankFacts(String key, String terms) {}

  BankFacts bank(String bin) {
    return banks.get(bin);
  }

  int nodeFor(int payer, int call) {
    return settings.chance("node", payer * 1_000L + call).nextInt(apis.size());
  }

  LoadCaller api(int node) {
    return apis.get(node);
  }

  Phone phone() {
    return phone;
  }

  LoadCaller cashier() {
    return cashier;
  }

  /** Runs what a payer does elsewhere at the same time. */
  <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, otherHands);
  }

  void counts(String what) {
    tally.count(what);
  }

  int nextDossier() {
    return dossiers.incrementAndGet();
  }

  void said(
      Plan plan,
      int node,
      String operation,
      String type,
      String key,
      String payment,
      String status,
      String code) {
    history.add(plan.number(), operation, type, key, payment, status, code, node);
  }
}
