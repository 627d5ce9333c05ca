package vn.dvc.proof.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Everything the nemesis can break; each call picks its details at random. */
final class FaultInjector {
  private static final List<String> MOODS =
      List.of(
          "answer-lost",
          "reset",
          "5xx-before",
          "5xx-after",
          "malformed",
          "bad-signature",
          "wrong-amount",
          "late-success",
          "duplicate",
          "slow",
          "no-answer",
          "trickle",
          "flood",
          "stall");
  private static final List<String> OPERATIONS =
      List.of("authorise", "otp", "capture", "void", "debit", "debit", "inquiry", "reversal");

  /** Requests that take or give back money immediately. */
  private static final Pattern MOVES_MONEY =
      Pattern.compile("POST /banks/\\d+/(debits|reversals|cards/authorisations/[^/ ]+/capture) ");

  /** How long a node may take to be back. */
  static final Duration START = Duration.ofMinutes(8);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final World world;
  private final Tally tally;

  FaultInjector(World world, Tally tally) {
    this.world = world;
    this.tally = tally;
  }

  /** Kills one node, and occasionally all of them, so that the application starts cold. */
  void kill(Random chance) {
    var all = chance.nextInt(8) == 0;
    var ready = ready();
    var victims = all || ready.isEmpty() ? ready : List.of(pick(ready, chance));
    for (var victim : victims) {
      victim.program().kill();
      tally.count("kills");
    }
    for (var victim : victims) {
      victim.program().start();
      victim.program().awaitReady(START);
    }
  }

  void freeze(Random chance) throws InterruptedException {
    var ready = ready();
    if (ready.isEmpty()) {
      return;
    }
    var victim = pick(ready, chance).program();
    victim.freeze();
    tally.count("freezes");
    thawAfter(victim, 2 + chance.nextInt(6));
  }

  /**
   * Freezes a node as it asks a bank to move money, for longer than the 30 seconds for which it
   * holds the task: another node, if one is ready, then gets the task before the first one sees its
   * answer.
   */
  void stall(Random chance) throws InterruptedException {
    var ready = ready();
    if (ready.size() < 2) {
      return;
    }
    var victim = pick(ready, chance);
    var seconds = 35 + chance.nextInt(6);
    if (victim.toBanks().beforeNext(MOVES_MONEY, PATIENCE, victim.program()::freeze)) {
      tally.count("stalls");
      thawAfter(victim.program(), seconds);
    }
  }

  /** Cuts a node off its database while it records the answer of a bank that moved money. */
  void forget(Random chance) throws InterruptedException {
    var victim = pick(world.nodes, chance);
    var cable = victim.toDatabase();
    var millis = 1_200 + chance.nextInt(800);
    if (victim.toBanks().beforeNext(MOVES_MONEY, PATIENCE, () -> cable.slow(150))) {
      tally.count("databases lost over an answer");
      TimeUnit.MILLISECONDS.sleep(millis);
      cable.reset();
      cable.slow(0);
    }
  }

  /**
   * Freezes a node between flushing a bank's answer and committing it, or just before or after, and
   * thaws it while it still owns its task.
   */
  void blink(Random chance) throws InterruptedException {
    var ready = ready();
    if (ready.isEmpty()) {
      return;
    }
    var victim = pick(ready, chance);
    var cable = victim.toDatabase();
    var millis = 150 + chance.nextInt(1_200);
    var seconds = 2 + chance.nextInt(14);
    // Slow, so that the fault can hit the middle of something that takes a millisecond.
    if (victim.toBanks().beforeNext(MOVES_MONEY, PATIENCE, () -> cable.slow(150))) {
      TimeUnit.MILLISECONDS.sleep(millis);
      victim.program().freeze();
      tally.count("freezes in the middle of a step");
      cable.slow(0);
      thawAfter(victim.program(), seconds);
    }
  }

  void habit(Random chance) {
    if (LoadCaller.anybody(world.sandboxUrl)
        .post("/sandbox/faults", BankHabits.order(chance))
        .ok()) {
      tally.count("habits of banks");
    }
  }

  /** Lets a bank answer no inquiry for so long that people are asked to decide. */
  void silence(Random chance) {
    var order =
        Map.of(
            "bank",
            chance.nextInt(3) > 0 ? "970415" : "970436",
            "operation",
            "inquiry",
            "fault",
            "5xx-before",
            "times",
            10 + chance.nextInt(20));
    if (LoadCaller.anybody(world.sandboxUrl).post("/sandbox/faults", order).ok()) {
      tally.count("banks that answer no inquiries");
    }
  }

  void importDays(Random chance) throws InterruptedException {
    var ready = ready();
    var bank = chance.nextInt(3) > 0 ? "970415" : "970436";
    if (!ready.isEmpty() && Imports.atOnce(ready, bank, chance)) {
      tally.count("days imported at once, pairs");
    }
  }

  synchronized void restartDatabase(Random chance) throws InterruptedException {
    world.database.stopAtOnce();
    tally.count("PostgreSQL restarts");
    TimeUnit.SECONDS.sleep(chance.nextInt(3) == 0 ? 12 : chance.nextInt(3));
    world.database.startAgain();
  }

  void cut(Random chance) throws InterruptedException {
    var node = pick(world.nodes, chance);
    var toBanks = chance.nextInt(3) > 0;
    var cable = toBanks ? node.toBanks() : node.toDatabase();
    switch (chance.nextInt(5)) {
      case 0 -> cable.reset();
      case 1, 2 -> cable.cutAfter(chance.nextInt(4_000));
      case 3 -> {
        cable.slow(100 + chance.nextInt(toBanks ? 900 : 100));
        TimeUnit.SECONDS.sleep(4);
        cable.slow(0);
      }
      default -> {
        cable.hold();
        // Occasionally longer than a bank may stay silent.
        TimeUnit.SECONDS.sleep(toBanks && chance.nextInt(3) == 0 ? 18 : 2 + chance.nextInt(4));
        cable.pass();
      }
    }
    tally.count("cuts");
  }

  void mood(Random chance) {
    mood(pick(MOODS, chance), chance);
  }

  /** The portal's answers do not come to an end. */
  void portal(Random chance) {
    var order =
        Map.of(
            "how",
            pick(List.of("TRICKLE", "FLOOD", "STALL"), chance),
            "times",
            1 + chance.nextInt(8),
            "seconds",
            5 + chance.nextInt(40));
    if (LoadCaller.anybody(world.sandboxUrl).post("/sandbox/portal/moods", order).ok()) {
      tally.count("moods of the portal");
    }
  }

  void late(Random chance) {
    mood("late-success", chance);
  }

  private void mood(String fault, Random chance) {
    var operation = pick(OPERATIONS, chance);
    var order =
        new HashMap<String, Object>(
            Map.of(
                "bank",
                operation.equals("debit") || chance.nextInt(3) > 0 ? "970415" : "970436",
                "operation",
                operation,
                "fault",
                fault,
                "times",
                1 + chance.nextInt(3)));
    if (fault.equals("late-success") && operation.equals("inquiry")) {
      return; // a question has no effect that could come late
    }
    if (fault.equals("late-success")) {
      order.put("seconds", 3 + chance.nextInt(40));
    }
    if (LoadCaller.anybody(world.sandboxUrl).post("/sandbox/faults", order).ok()) {
      tally.count("moods of banks");
    }
  }

  private static void thawAfter(Program victim, int seconds) throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds);
    victim.thaw();
    victim.awaitReady(START); // else nobody would meet with it again
  }

  private List<World.Node> ready() {
    return world.nodes.stream().filter(it -> it.program().isReady()).toList();
  }

  private static <T> T pick(List<T> all, Random chance) {
    return all.get(chance.nextInt(all.size()));
  }
}
