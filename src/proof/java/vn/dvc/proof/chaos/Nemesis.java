package vn.dvc.proof.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Breaks things, by a timetable that the seed alone decides. */
final class Nemesis {
  private final Settings settings;
  private final Mischief mischief;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private volatile boolean stopped;
  private Thread thread;

  Nemesis(Settings settings, World world, Tally tally) {
    this.settings = settings;
    this.mischief = new Mischief(world, tally);
  }

  /** One entry of the timetable. */
  private record Entry(long atMillis, Deed deed, Random chance) {}

  /** What it does, and about how often. */
  private enum Deed {
    KILL(28, Mischief::kill),
    FREEZE(32, Mischief::freeze),
    STALL(96, Mischief::stall),
    FORGET(24, Mischief::forget),
    DATABASE(90, Mischief::restartDatabase),
    CUT(6, Mischief::cut),
    MOOD(5, Mischief::mood),
    LATE(7, Mischief::late),
    HABIT(9, Mischief::habit),
    SILENCE(30, Mischief::silence),
    BLINK(20, Mischief::blink),
    IMPORT(18, Mischief::importDays);

    private final int seconds;
    private final Doing doing;

    Deed(int seconds, Doing doing) {
      this.seconds = seconds;
      this.doing = doing;
    }
  }

  private interface Doing {
    void done(Mischief by, Random chance) throws InterruptedException;
  }

  void start() {
    var timetable = timetable();
    thread = new Thread(() -> follow(timetable), "nemesis");
    thread.start();
  }

  /** Returns when its hands are still; what it broke stays broken. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join();
    hands.shutdown();
    // Whoever was killed at the end may take all its time to be back among so many payers.
    if (!hands.awaitTermination(Mischief.START.toMinutes() + 2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The nemesis does not let go");
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
      entry.deed.doing.done(mischief, entry.chance);
    } catch (RuntimeException failed) {
      System.out.println("The nemesis failed at " + entry.deed + ": " + failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
