package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.keys.SigningKeys;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.proof.check.BankEvidence;
import vn.dvc.proof.check.Checker;
import vn.dvc.proof.check.Gatherer;
import vn.dvc.proof.check.JudgeEvidence;
import vn.dvc.proof.check.Unrest;
import vn.dvc.proof.check.Violation;
import vn.dvc.scenario.JsonClient;
import vn.dvc.scenario.Portal;
import vn.dvc.scenario.RegisteredAccount;
import vn.dvc.scenario.ScenarioSandbox;

/** The application and the sandbox in which cells are played, and what cells need of them. */
public final class FailpointFixture extends VirtualTime {
  static final String BANK = "970415";

  /** Takes the money with the code. */
  static final String OTHER_BANK = "970436";

  private static final Duration LATE = Duration.ofMillis(1500);

  /** Longer than {@link Pace#LOCK}. */
  private static final Duration PAST_THE_LOCK = Duration.ofSeconds(7);

  /** How long a bank takes in a slow fault; the application waits two seconds for it. */
  private static final Map<String, Integer> SECONDS =
      Map.of("no-answer", 3, "slow", 3, "late-success", 1, "trickle", 12, "flood", 12, "stall", 12);

  final Portal portal;
  final HumanTasks tasks;
  final StuckSteps stuck;
  final RegisteredAccount registered;
  final MortalDataSource database;
  private final ScenarioSandbox world;
  private final Set<Failpoints.Armed> unthawed = ConcurrentHashMap.newKeySet();
  private final Set<Violation> told = new HashSet<>();
  private final CamelContext camel;
  private final Gatherer gatherer;
  private final MeterRegistry meters;
  private final LeakScan leaks = new LeakScan();
  private final String port;
  private final String privateKey;

  FailpointFixture(ScenarioSandbox world, ApplicationContext app) {
    super(app, JsonClient.at(world.url() + "/sandbox"));
    this.world = world;
    this.port = app.getEnvironment().getProperty("server.port");
    this.portal = new Portal("http://localhost:" + port);
    this.tasks = app.getBean(HumanTasks.class);
    this.stuck = app.getBean(StuckSteps.class);
    this.privateKey = SigningKeys.privatePart(app.getEnvironment().getProperty("dvc.keys.dir"));
    this.camel = app.getBean(CamelContext.class);
    this.database = (MortalDataSource) app.getBean(DataSource.class);
    this.registered =
        new RegisteredAccount(
            jdbc,
            app.getBean(BankCalls.class),
            app.getBean(TransactionTemplate.class),
            app.getBean(DatabaseTime.class));
    this.meters = app.getBean(MeterRegistry.class);
    this.gatherer = new Gatherer(database, world.url());
    failpoints.seenAtBank(call -> receipts().contains(call.toString()));
    failpoints.writtenAs(this::stateOf);
  }

  /** The same time and sandbox with another application. */
  FailpointFixture movedTo(ApplicationContext app) {
    var moved = new FailpointFixture(world, app);
    moved.travel(travelled());
    return moved;
  }

  private String stateOf(UUID call) {
    return jdbc.sql("select state from bank_call where call_ref = ?")
        .param(call)
        .query(String.class)
        .optional()
        .orElse("not there");
  }

  private List<String> receipts() {
    return sandbox.get("/receipts").body().findValuesAsText("callRef");
  }

  /** A bank misbehaves the next times it gets this request. */
  void mood(String bank, String operation, String fault, int times) {
    var order =
        Map.of(
            "bank", bank,
            "operation", operation,
            "fault", fault,
            "times", times,
            "seconds", SECONDS.getOrDefault(fault, 0));
    if (fault.equals("late-success")) {
      var before = receivedWith(fault);
      // The banks' clocks do not travel: what they do late must be done before ours moves on.
      var done = new AtomicLong(Long.MAX_VALUE);
      travelOnlyWhen(
          () -> {
            if (receivedWith(fault) > before) {
              done.compareAndSet(Long.MAX_VALUE, System.nanoTime() + LATE.toNanos());
            }
            return System.nanoTime() > done.get();
          });
    }
    var answer = sandbox.post("/faults", order);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
  }

  private long receivedWith(String fault) {
    return sandbox.get("/receipts").body().findValuesAsText("fault").stream()
        .filter(fault::equals)
        .count();
  }

  /** Faults still waiting for requests that never came. */
  List<String> moodsLeft() {
    return sandbox.get("/faults").body().findValuesAsText("fault");
  }

  /** The portal's next answers do not come to an end for longer than we wait for one. */
  void portalMood(String how, int times) {
    var answer = sandbox.post("/portal/moods", Map.of("how", how, "times", times, "seconds", 30));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
  }

  void moodsEnd() {
    travelOnlyWhen(() -> true);
    sandbox.delete("/faults");
    sandbox.delete("/portal/moods");
  }

  /** Resets the circuit breakers, whatever the last cell did to them. */
  void breakersClose() {
    for (var bank : List.of(BANK, OTHER_BANK)) {
      for (var line : List.of("-calls", "-inquiries")) {
        breaker(bank, line).reset();
      }
    }
  }

  CircuitBreaker breaker(String bank, String line) {
    return camel.getRegistry().lookupByNameAndType("bank-" + bank + line, CircuitBreaker.class);
  }

  /** A person completes a task, each time in a new request that may die, until it is gone. */
  void completes(String subject, String activity, String actor, Map<String, Object> said) {
    until(
        activity + " is done",
        () -> {
          var open =
              tasks.openOf(subject).stream()
                  .filter(it -> it.activity().equals(activity))
                  .findFirst();
          open.ifPresent(it -> asked(() -> tasks.complete(it.id(), actor, said)));
          return open.isPresent()
              && tasks.openOf(subject).stream().noneMatch(it -> it.id().equals(open.get().id()));
        });
  }

  /** Runs it on a thread of its own, as the web server would; failures there go unnoticed. */
  void asked(Runnable request) {
    var thread = new Thread(() -> failpoints.alive(request), "request");
    thread.setUncaughtExceptionHandler((dead, why) -> {});
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Thaws the frozen thread in the middle: once the others have got this far. */
  void thawsWhen(Thaw thaw, Failpoints.Armed frozen) {
    unthawed.add(frozen);
    var watcher =
        new Thread(
            () -> {
              soon("somebody is frozen", frozen::hasStruck);
              var before = travelled();
              var asked = inquiries();
              soon(
                  "world in which to thaw: " + thaw,
                  () ->
                      switch (thaw) {
                        case LOCK_OVER -> travelled().minus(before).compareTo(PAST_THE_LOCK) >= 0;
                        case ASKED -> inquiries() > asked;
                      });
              // Time that is moved by hand must not overtake the thawed thread.
              travelOnlyWhen(() -> false);
              frozen.release();
              soon("who was thawed has done its work", () -> failpoints.atWork() == 0);
              travelOnlyWhen(() -> true);
              unthawed.remove(frozen);
            },
            "thaws");
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Each worker has looked for tasks so many times and taken none, because its clock is wrong. */
  void workersLookInVain(int times) {
    var before = idleRounds();
    soon(
        "the workers look for tasks",
        () -> {
          var now = idleRounds();
          return now.entrySet().stream()
              .allMatch(it -> it.getValue() >= before.getOrDefault(it.getKey(), 0.0) + times);
        });
  }

  private Map<String, Double> idleRounds() {
    return meters.get("dvc.worker.idle.rounds").functionCounters().stream()
        .collect(Collectors.toMap(it -> it.getId().getTag("node"), FunctionCounter::count));
  }

  private int inquiries() {
    return jdbc.sql("select count(*) from bank_call where operation = 'INQUIRY'")
        .query(Integer.class)
        .single();
  }

  /** The frozen thread continues and does whatever it still wants to. */
  void wakeTheFrozen() {
    soon("the thread to be thawed in the middle was thawed", unthawed::isEmpty);
    // We see an outcome as soon as it is stored; the thread that stored it may reach the point
    // later.
    soon("a thread reached " + failpoints.unstruck(), () -> failpoints.unstruck().isEmpty());
    assertThat(moodsLeft()).as("faults that no request met").isEmpty();
    failpoints.disarm();
    soon("all work is done", () -> failpoints.atWork() == 0);
  }

  /** Plays a cell, repairs everything, and has the end judged. */
  void plays(Cell cell) {
    try {
      cell.played().accept(this);
    } finally {
      unthawed.clear();
      database.refuseWrites(null);
      clockIsOff(Duration.ZERO);
      failpoints.disarm();
      moodsEnd();
      breakersClose();
    }
    standsTheJudge();
  }

  /** Waits until everything is at rest, and then demands that no further invariant is violated. */
  void standsTheJudge() {
    failpoints.disarm();
    moodsEnd();
    until("everything comes to rest", () -> Unrest.of(evidence()).isEmpty());
    var violations = Checker.check(evidence());
    assertThat(violations).as("violations").filteredOn(told::add).isEmpty();
    assertThat(failpoints.sentUnwritten()).as("sent without having been recorded").isEmpty();
    assertThat(leaks.inTheLog(secrets())).as("secrets in the log").isEmpty();
  }

  /** Once all cells have been played: whatever was left behind anywhere. */
  void leftNoSecret() {
    assertThat(LeakScan.everywhere(secrets(), database, meters, port)).as("secrets").isEmpty();
  }

  /**
   * Cards, and the last codes that banks have sent. Six digits are found by chance if one looks for
   * hundreds, or for some that look like an amount or a running number.
   */
  private List<String> secrets() {
    var codes =
        sandbox.get("/sms").body().findValuesAsText("otp").stream()
            .filter(code -> !code.endsWith("00") && !code.startsWith("00"))
            .toList();
    var secrets = new ArrayList<>(codes.subList(Math.max(0, codes.size() - 20), codes.size()));
    secrets.add(PersistentPayer.CARD.number());
    secrets.add(PersistentPayer.OTHER_CARD.number());
    secrets.add(privateKey);
    return secrets;
  }

  /**
   * Our times are ahead of the banks' by the distance we travelled; the banks' are shifted by it
   * before comparing.
   */
  private JudgeEvidence evidence() {
    var gathered = gatherer.gather();
    var requests =
        gathered.bank().requests().stream()
            .map(
                it ->
                    new BankEvidence.Request(
                        it.bank(),
                        it.operation(),
                        it.attempt(),
                        it.call(),
                        it.at() == null ? null : it.at().plus(travelled()),
                        it.fault()))
            .collect(Collectors.toList());
    return new JudgeEvidence(
        new BankEvidence(gathered.bank().movements(), requests),
        gathered.tables(),
        gathered.engine(),
        gathered.outside(),
        gathered.leaks(),
        gathered.index());
  }
}
