package vn.dvc.proof.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Breaks things, by a timetable that the seed alone decides. */
final class Nemesis {
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
          "no-answer");
  private static final List<String> OPERATIONS =
      List.of("authorise", "otp", "capture", "void", "debit", "debit", "inquiry", "reversal");

  private final Settings settings;
  private final World world;
  private final Tally tally;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private volatile boolean stopped;
  private Thread thread;

  Nemesis(Settings settings, World world, Tally tally) {
    this.settings = settings;
    this.world = world;
    this.tally = tally;
  }

  /** One entry of the timetable. */
  private record Deed(long atMillis, Kind kind, Random chance) {}

  private enum Kind {
    KILL(28),
    FREEZE(24),
    DATABASE(90),
    CUT(6),
    MOOD(5),
    LATE(7);

    private final int seconds;

    Kind(int seconds) {
      this.seconds = seconds;
    }
  }

  void start() {
    var deeds = timetable();
    thread = new Thread(() -> follow(deeds), "nemesis");
    thread.start();
  }

  /** Returns when its hands are still; what it broke stays broken. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join();
    hands.shutdown();
    if (!hands.awaitTermination(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The nemesis does not let go");
    }
  }

  private List<Deed> timetable() {
    var deeds = new ArrayList<Deed>();
    for (var kind : Kind.values()) {
      if (!settings.does(kind.name())) {
        continue;
      }
      var every = Math.max(1_000, (int) (kind.seconds * 1_000 * settings.pace()));
      var chance = settings.chance(kind.name(), 0);
      long at = every * 4L / 10;
      for (int i = 0; at < settings.load().toMillis(); i++) {
        deeds.add(new Deed(at, kind, settings.chance(kind.name(), i + 1)));
        at += every * 7L / 10 + chance.nextInt(every * 6 / 10);
      }
    }
    deeds.sort(Comparator.comparingLong(Deed::atMillis));
    return deeds;
  }

  private void follow(List<Deed> deeds) {
    var start = System.nanoTime();
    try {
      for (var deed : deeds) {
        var wait = deed.atMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (wait > 0) {
          Thread.sleep(wait);
        }
        if (stopped) {
          return;
        }
        hands.execute(() -> doIt(deed));
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private void doIt(Deed deed) {
    try {
      switch (deed.kind) {
        case KILL -> kill(deed.chance);
        case FREEZE -> freeze(deed.chance);
        case DATABASE -> restartDatabase(deed.chance);
        case CUT -> cut(deed.chance);
        case MOOD -> mood(pick(MOODS, deed.chance), deed.chance);
        case LATE -> mood("late-success", deed.chance);
      }
    } catch (RuntimeException failed) {
      System.out.println("The nemesis failed at " + deed.kind + ": " + failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One node, and now and then all of them: then the application starts cold. */
  private void kill(Random chance) {
    var all = chance.nextInt(8) == 0;
    var ready = world.nodes.stream().filter(it -> it.program().isReady()).toList();
    var victims = all || ready.isEmpty() ? ready : List.of(pick(ready, chance));
    for (var victim : victims) {
      victim.program().kill();
      tally.count("kills");
    }
    for (var victim : victims) {
      victim.program().start();
      victim.program().awaitReady(Duration.ofMinutes(8));
    }
  }

  private void freeze(Random chance) throws InterruptedException {
    var ready = world.nodes.stream().filter(it -> it.program().isReady()).toList();
    if (ready.isEmpty()) {
      return;
    }
    var victim = pick(ready, chance);
    // A lock on a task that calls a bank is held for 30 seconds.
    var seconds = chance.nextInt(4) == 0 ? 33 + chance.nextInt(6) : 2 + chance.nextInt(6);
    victim.program().freeze();
    tally.count("freezes");
    if (seconds > 30) {
      tally.count("freezes longer than a lock");
    }
    TimeUnit.SECONDS.sleep(seconds);
    victim.program().thaw();
    victim.program().answers();
  }

  private synchronized void restartDatabase(Random chance) throws InterruptedException {
    world.database.stopAtOnce();
    tally.count("PostgreSQL restarts");
    TimeUnit.SECONDS.sleep(chance.nextInt(3) == 0 ? 12 : chance.nextInt(3));
    world.database.startAgain();
  }

  private void cut(Random chance) throws InterruptedException {
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
        // Longer than a bank may be silent, now and then.
        TimeUnit.SECONDS.sleep(toBanks && chance.nextInt(3) == 0 ? 18 : 2 + chance.nextInt(4));
        cable.pass();
      }
    }
    tally.count("cuts");
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
    if (Caller.anybody(world.sandboxUrl).post("/sandbox/faults", order).ok()) {
      tally.count("moods of banks");
    }
  }

  private static <T> T pick(List<T> all, Random chance) {
    return all.get(chance.nextInt(all.size()));
  }
}
