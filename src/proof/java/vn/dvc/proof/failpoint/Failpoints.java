package vn.dvc.proof.failpoint;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The points at which a test breaks the application, and the threads that it has killed there. The
 * application knows nothing of it: its beans are wrapped by {@link Wrapping}.
 */
public final class Failpoints {
  private static final int LONGEST_FREEZE_SECONDS = 120;

  private final List<Armed> armed = new CopyOnWriteArrayList<>();
  private final Set<Thread> dead = ConcurrentHashMap.newKeySet();
  private final AtomicInteger atWork = new AtomicInteger();
  private final Connections connections = new Connections();
  private volatile Predicate<UUID> atBank = call -> false;
  private final Set<UUID> sentUnwritten = ConcurrentHashMap.newKeySet();
  private volatile Function<UUID, String> written = call -> "SENDING";
  private volatile Duration travelled = Duration.ZERO;

  /** Applies the deed to the first thread that reaches the point with this operation or message. */
  Armed arm(Deed deed, Point point, String what) {
    return arm(deed, point, what, 1);
  }

  Armed arm(Deed deed, Point point, String what, int times) {
    var broken = new Armed(deed, point, what, new AtomicInteger(times));
    armed.add(broken);
    return broken;
  }

  /** Deeds that no thread has met. */
  List<Armed> unstruck() {
    return armed.stream().filter(it -> !it.hasStruck()).toList();
  }

  /** Nothing breaks any more, and frozen threads continue. */
  void disarm() {
    armed.forEach(Armed::release);
    armed.clear();
  }

  /** How to find out that a bank has received a call. */
  void seenAtBank(Predicate<UUID> received) {
    atBank = received;
  }

  /** Returns once the bank has received the call, or answered it. */
  public void awaitAtBank(UUID call, Future<?> asking) {
    await("the call at the bank")
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(1))
        .until(() -> asking.isDone() || atBank.test(call));
  }

  /** How to find out what is committed about a call. */
  void writtenAs(Function<UUID, String> state) {
    written = state;
  }

  /** A call is about to be sent: by then it must be claimed, in a committed transaction. */
  public void sends(UUID call) {
    if (!written.apply(call).equals("SENDING")) {
      sentUnwritten.add(call);
    }
  }

  Set<UUID> sentUnwritten() {
    return sentUnwritten;
  }

  void travels(Duration offset) {
    travelled = offset;
  }

  /** How far the tests' time is ahead of the banks' clocks. */
  public Duration travelled() {
    return travelled;
  }

  /** A new piece of work begins on this thread, whatever became of the last one. */
  public void begins() {
    dead.remove(Thread.currentThread());
    connections.forget();
  }

  /** Runs a piece of work as a living thread, and cleans up after it if it dies. */
  public void alive(Runnable work) {
    begins();
    atWork.incrementAndGet();
    try {
      work.run();
    } finally {
      atWork.decrementAndGet();
      begins();
    }
  }

  /** How many pieces of work are under way, without the frozen ones. */
  int atWork() {
    return atWork.get();
  }

  boolean isDead() {
    return dead.contains(Thread.currentThread());
  }

  public void refuseTheDead() {
    if (isDead()) {
      throw new Killed();
    }
  }

  Connections connections() {
    return connections;
  }

  /** A thread reaches a point outside any commit. */
  public void at(Point point, String what) {
    try {
      reached(point, what);
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void reached(Point point, String what) throws SQLException {
    for (var broken : armed) {
      if (broken.point == point && broken.what.equals(what) && broken.taken()) {
        suffer(broken);
      }
    }
  }

  /** Whether something will be done to the next thread there. */
  public boolean killsAt(Point point, String what) {
    return armed.stream()
        .anyMatch(it -> it.point == point && it.what.equals(what) && it.left.get() > 0);
  }

  private void suffer(Armed broken) throws SQLException {
    switch (broken.deed) {
      case KILL -> {
        dead.add(Thread.currentThread());
        connections.sever();
        broken.struck.countDown();
        throw new Killed();
      }
      case FREEZE -> freeze(broken);
      case CUT -> {
        broken.struck.countDown();
        throw new SQLException("The connection to the database broke", "08006");
      }
      case FAIL -> {
        broken.struck.countDown();
        throw new IllegalStateException("Something of ours is broken here");
      }
      default -> throw new AssertionError(broken.deed);
    }
  }

  private void freeze(Armed broken) {
    atWork.decrementAndGet();
    try {
      broken.struck.countDown();
      if (!broken.released.await(LONGEST_FREEZE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody released " + broken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Killed();
    } finally {
      atWork.incrementAndGet();
      broken.awake.countDown();
    }
  }

  /** A deed that waits for a thread. */
  static final class Armed {
    private final Deed deed;
    private final Point point;
    private final String what;
    private final AtomicInteger left;
    private final CountDownLatch struck = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch awake = new CountDownLatch(1);

    private Armed(Deed deed, Point point, String what, AtomicInteger left) {
      this.deed = deed;
      this.point = point;
      this.what = what;
      this.left = left;
    }

    private boolean taken() {
      return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    boolean hasStruck() {
      return struck.getCount() == 0;
    }

    /** Returns once the frozen thread is at work again. */
    void release() {
      released.countDown();
      if (deed == Deed.FREEZE && hasStruck()) {
        try {
          awake.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public String toString() {
      return what + " " + deed + " " + point;
    }
  }
}
