package vn.dvc.proof.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Breaks things, on a timetable determined by the seed alone. */
final class Nemesis {
  private final Settings settings;
  private final FaultInjector injector;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private volatile boolean stopped;
  private Thread thread;

  Nemesis(Settings settings, World world, Tally tally) {
    this.settings = settings;
    this.injector = new FaultInjector(world, tally);
  }

  /** One entry of the timetable. */
  private record Entry(long atMillis, Deed deed, Random chance) {}

  /** A deed and its approximate frequency. */
  private enum Deed {
    KILL(28, FaultInjector::kill),
    FREEZE(32, FaultInjector::freeze),
    STALL(96, FaultInjector::stall),
    FORGET(24, FaultInjector::forget),
    DATABASE(90, FaultInjector::restartDatabase),
    CUT(6, FaultInjector::cut),
    MOOD(5, FaultInjector::mood),
    LATE(7, FaultInjector::late),
    PORTAL(14, FaultInjector::portal),
    HABIT(9, FaultInjector::habit),
    SILENCE(30, FaultInjector::silence),
    BLINK(20, FaultInjector::blink),
    IMPORT(18, FaultInjector::importDays);

    private final int seconds;
    private final Doing doing;

    Deed(int seconds, Doing doing) {
      this.seconds = seconds;
      this.doing = doing;
    }
  }

  private interface Doing {
    void done(FaultInjector by, Random chance) throws InterruptedException;
  }

  void start() {
    var timetable = timetable();
    thread = new Thread(() -> follow(timetable), "nemesis");
    thread.start();
  }

  /** Returns once it does nothing more; what it broke stays broken. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join();
    hands.shutdown();
    // A node killed at the end may use all of its time to be back among so many payers.
    if (!hands.awaitTermination(FaultInjector.START.toMinutes() + 2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The nemesis does not stop");
    }
  }

  private List<Entry> timetable() {
    var entries = new ArrayList<Entry>();
    for (var deed : Deed.values()) {
      if (!settings.does(deed.name())) {
        continue;
      }
      var every = Math.max(1_000, (int) (deed.seconds * 1_000 * settings.pace()));
      var chance = settings.chance(deed.name(), 0);
      long at = every * 4L / 10;
      for (int i = 0; at < settings.load().toMillis(); i++) {
        entries.add(new Entry(at, deed, settings.chance(deed.name(), i + 1)));
        at += every * 7L / 10 + chance.nextInt(every * 6 / 10);
      }
    }
    entries.sort(Comparator.comparingLong(Entry::atMillis));
    return entries;
  }

  private void follow(List<Entry> timetable) {
    var start = System.nanoTime();
    try {
      for (var entry : timetable) {
        var wait = entry.atMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (wait > 0) {
          Thread.sleep(wait);
        }
        if (stopped) {
          return;
        }
        hands.execute(() -> does(entry));
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private void does(Entry entry) {
    try {
      entry.deed.doing.done(injector, entry.chance);
    } catch (RuntimeException failed) {
      System.out.println("The nemesis failed at " + entry.deed + ": " + failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
