package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.StuckSteps;
import vn.dvc.proof.check.Bank;
import vn.dvc.proof.check.Checker;
import vn.dvc.proof.check.Evidence;
import vn.dvc.proof.check.Gatherer;
import vn.dvc.proof.check.Unrest;
import vn.dvc.proof.check.Violation;
import vn.dvc.scenario.Json;
import vn.dvc.scenario.Portal;
import vn.dvc.scenario.RegisteredAccount;
import vn.dvc.scenario.RunningSandbox;

/**
 * The application and the sandbox in which cells are played, and what cells ask of them. Time only
 * ever goes forward, and by itself where nothing else moves.
 */
public final class House extends Seen {
  static final String BANK = "970415";

  /** Takes the money already with the code. */
  static final String OTHER_BANK = "970436";

  /** Longer and longer, so that what waits for seconds is not rushed past what waits for hours. */
  private static final int[] STEPS = {7, 7, 7, 15, 30, 60, 60, 120, 300, 300, 1800, 3600};

  private static final Duration STILL = Duration.ofMillis(200);
  private static final Duration OVERDUE = Duration.ofSeconds(3);
  private static final Duration LATE = Duration.ofMillis(1500);

  /** How long a bank takes over what takes time; it is waited for two seconds. */
  private static final Map<String, Integer> SECONDS =
      Map.of("no-answer", 3, "slow", 3, "late-success", 1);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  final Failpoints failpoints;
  final Portal portal;
  final HumanTasks tasks;
  final StuckSteps stuck;
  final RegisteredAccount registered;
  final MortalDataSource database;
  private final RunningSandbox world;
  private final DatabaseTime time;
  private final Set<Violation> told = new HashSet<>();
  private BooleanSupplier mayTravel = () -> true;
  private final CamelContext camel;
  private final Gatherer gatherer;
  private Duration offset = Duration.ZERO;
  private int step;
  private String stood = "";
  private long since = System.nanoTime();

  House(RunningSandbox world, ApplicationContext app) {
    super(
        app.getBean(JdbcClient.class), app.getBean(Cases.class), Json.at(world.url() + "/sandbox"));
    this.world = world;
    this.failpoints = app.getBean(Failpoints.class);
    this.portal = new Portal("http://localhost:" + app.getEnvironment().getProperty("server.port"));
    this.time = app.getBean(DatabaseTime.class);
    this.tasks = app.getBean(HumanTasks.class);
    this.stuck = app.getBean(StuckSteps.class);
    this.camel = app.getBean(CamelContext.class);
    this.database = (MortalDataSource) app.getBean(DataSource.class);
    this.registered =
        new RegisteredAccount(
            jdbc, app.getBean(BankCalls.class), app.getBean(TransactionTemplate.class), time);
    this.gatherer = new Gatherer(database, world.url());
    failpoints.seenAtBank(call -> receipts().contains(call.toString()));
    failpoints.writtenAs(this::stateOf);
  }

  /** The same time and sandbox, another application. */
  House movedTo(ApplicationContext app) {
    var moved = new House(world, app);
    moved.travel(offset);
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

  /** A bank misbehaves the next times it is asked this. */
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
      // The banks' clocks do not travel: what they do late must be done before ours goes on.
      var done = new AtomicLong(Long.MAX_VALUE);
      mayTravel =
          () -> {
            if (receivedWith(fault) > before) {
              done.compareAndSet(Long.MAX_VALUE, System.nanoTime() + LATE.toNanos());
            }
            return System.nanoTime() > done.get();
          };
    }
    var answer = sandbox.post("/faults", order);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
  }

  private long receivedWith(String fault) {
    return sandbox.get("/receipts").body().findValuesAsText("fault").stream()
        .filter(fault::equals)
        .count();
  }

  /** What waits for requests that never came. */
  List<String> moodsLeft() {
    return sandbox.get("/faults").body().findValuesAsText("fault");
  }

  void moodsEnd() {
    mayTravel = () -> true;
    sandbox.delete("/faults");
  }

  void travel(Duration further) {
    offset = offset.plus(further);
    failpoints.travels(offset);
    time.travel(offset);
  }

  /** Comes back to real time, when all cells have been played. */
  void comeBack() {
    time.travel(Duration.ZERO);
  }

  /** Banks that were treated badly are trusted again, whatever the last cell did. */
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

  /** Waits for a fact, and lets time go on where everybody else waits, too. */
  void until(String what, BooleanSupplier fact) {
    var end = System.nanoTime() + LONGEST.toNanos();
    step = 0;
    while (!fact.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s; %s", what, stood).isLessThan(end);
      aWhile();
    }
  }

  /** Waits for a fact that needs no time but the real one. */
  void soon(String what, BooleanSupplier fact) {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!fact.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      rest();
    }
  }

  private void aWhile() {
    rest();
    var stands = standing();
    var moved = !stands.equals(stood);
    if (moved) {
      step = 0;
    }
    if (moved || failpoints.atWork() > 0) {
      stood = stands;
      since = System.nanoTime();
      return;
    }
    var still = System.nanoTime() - since;
    if (still > STILL.toNanos()
        && mayTravel.getAsBoolean()
        && (still > OVERDUE.toNanos() || !workIsDue())) {
      travel(Duration.ofSeconds(STEPS[aTaskIsHeld() ? 0 : Math.min(step++, STEPS.length - 1)]));
      since = System.nanoTime();
    }
  }

  /** Somebody could begin something now, and only has not come to it. */
  private boolean workIsDue() {
    var now = Timestamp.from(Instant.now().plus(offset));
    return jdbc.sql(
                """
                select (select count(*) from act_ru_job where retries_ > 0
                    and (duedate_ is null or duedate_ <= :now)
                    and (lock_exp_time_ is null or lock_exp_time_ <= :now))
                  + (select count(*) from act_ru_ext_task where (retries_ is null or retries_ > 0)
                    and (lock_exp_time_ is null or lock_exp_time_ <= :now))""")
            .param("now", now)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Somebody has a task whose thread is frozen or dead. Its lock is over after one short step, and
   * when nothing moves by that, the same node took it and passed it over: that takes a few steps
   * more, not hours.
   */
  private boolean aTaskIsHeld() {
    return jdbc.sql("select count(*) from act_ru_ext_task where lock_exp_time_ > ?")
            .param(Timestamp.from(Instant.now().plus(offset)))
            .query(Integer.class)
            .single()
        > 0;
  }

  private static void rest() {
    LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
  }

  private String standing() {
    return jdbc.sql(
            """
            select (select coalesce(sum(version), 0) from payment)
              || ' ' || (select coalesce(sum(version), 0) from attempt)
              || ' ' || (select coalesce(sum(version + executions), 0) from bank_call)
              || ' ' || (select count(*) from bank_call)
              || ' ' || (select coalesce(sum(version), 0) from reversal)
              || ' ' || (select coalesce(sum(version), 0) from registration)
              || ' ' || (select count(*) from outbox where delivered_at is null)
              || ' ' || (select count(*) from bank_message where handled_at is null)
              || ' ' || (select count(*) from act_ru_execution)
              || ' ' || (select count(*) from act_ru_job)""")
        .query(String.class)
        .single();
  }

  /**
   * A person completes a task, each time as a request of its own that may die, until it is gone.
   */
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

  /** Does it on a thread of its own, as the web server would; what fails there fails unheard. */
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

  /** Who was frozen goes on, and does what it still wants to. */
  void wakeTheFrozen() {
    assertThat(failpoints.unstruck()).as("nobody came there").isEmpty();
    assertThat(moodsLeft()).as("nobody met it").isEmpty();
    failpoints.disarm();
    soon("all work is done", () -> failpoints.atWork() == 0);
  }

  /** Plays a cell, makes everything whole again, and has the end judged. */
  void plays(Cell cell) {
    try {
      cell.played().accept(this);
    } finally {
      database.refuseWrites(null);
      failpoints.disarm();
      moodsEnd();
      breakersClose();
    }
    standsTheJudge();
  }

  /** Everything comes to rest, and then no invariant is broken that was not broken before. */
  void standsTheJudge() {
    failpoints.disarm();
    moodsEnd();
    until("everything comes to rest", () -> Unrest.of(evidence()).isEmpty());
    var violations = Checker.check(evidence());
    assertThat(violations).as("violations").filteredOn(told::add).isEmpty();
    assertThat(failpoints.sentUnwritten()).as("sent without being written down").isEmpty();
  }

  /** Our times are ahead of the banks' by what we travelled; to compare them theirs follow. */
  private Evidence evidence() {
    var gathered = gatherer.gather();
    var requests =
        gathered.bank().requests().stream()
            .map(
                it ->
                    new Bank.Request(
                        it.bank(),
                        it.operation(),
                        it.attempt(),
                        it.call(),
                        it.at() == null ? null : it.at().plus(offset),
                        it.fault()))
            .collect(Collectors.toList());
    return new Evidence(
        new Bank(gathered.bank().movements(), requests),
        gathered.tables(),
        gathered.engine(),
        gathered.outside(),
        gathered.leaks(),
        gathered.index());
  }
}
