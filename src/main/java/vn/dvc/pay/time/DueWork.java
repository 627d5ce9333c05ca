package vn.dvc.pay.time;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Processes due items on every node, each in its own slot: an item that hangs occupies its slot and
 * delays nothing else. Looks for due items when woken, and again after each completed item while
 * more may be due.
 */
public final class DueWork<T> {
  private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

  private final String name;
  private final int slots;
  private final boolean claimed;
  private final IntFunction<List<T>> due;
  private final Function<T, Object> id;
  private final Predicate<T> work;
  private final Map<Object, CompletableFuture<Void>> inProgress = new ConcurrentHashMap<>();
  private final Set<Long> planned = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean wakeRequested = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor watch;
  private final ExecutorService pool;
  private volatile boolean more;

  /**
   * @param due finds at most this many due items, skipping those that another transaction has
   *     locked
   * @param work processes one item and returns whether its state changed
   */
  public DueWork(
      String name, int slots, IntFunction<List<T>> due, Function<T, Object> id, Predicate<T> work) {
    this(name, slots, false, due, id, work);
  }

  /**
   * @param claim finds at most this many due items and claims them, so that nobody finds them again
   *     for a while; each of them is processed
   */
  public static <T> DueWork<T> ofClaimed(
      String name,
      int slots,
      IntFunction<List<T>> claim,
      Function<T, Object> id,
      Predicate<T> work) {
    return new DueWork<>(name, slots, true, claim, id, work);
  }

  private DueWork(
      String name,
      int slots,
      boolean claimed,
      IntFunction<List<T>> due,
      Function<T, Object> id,
      Predicate<T> work) {
    this.name = name;
    this.slots = slots;
    this.claimed = claimed;
    this.due = due;
    this.id = id;
    this.work = work;
    // A wake-up during shutdown is dropped: another node or the next start picks up the work.
    this.watch =
        new ScheduledThreadPoolExecutor(
            1,
            new CustomizableThreadFactory(name + "-watch-"),
            new ThreadPoolExecutor.DiscardPolicy());
    this.watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.pool = Executors.newFixedThreadPool(slots, new CustomizableThreadFactory(name + "-"));
  }

  public void wake() {
    if (wakeRequested.compareAndSet(false, true)) {
      watch.execute(this::watch);
    }
  }

  /** Looks again when an item is due that was just put off, once for all of the same second. */
  public void wakeAfter(Duration pause) {
    long now = System.nanoTime();
    long second = TimeUnit.NANOSECONDS.toSeconds(now + pause.toNanos()) + 1;
    if (planned.add(second)) {
      watch.schedule(
          () -> {
            planned.remove(second);
            wake();
          },
          TimeUnit.SECONDS.toNanos(second) - now,
          TimeUnit.NANOSECONDS);
    }
  }

  private void watch() {
    wakeRequested.set(false);
    try {
      round();
    } catch (RuntimeException e) {
      LOG.warn(
          "{}: looking for due work failed, next round tries again: {}",
          name,
          e.getClass().getName());
    }
  }

  /**
   * Starts as many due items as there are free slots, without waiting, and returns all that are in
   * progress.
   */
  public synchronized List<CompletableFuture<Void>> round() {
    more = true;
    int free = slots - inProgress.size();
    if (free > 0 && !pool.isShutdown()) {
      // Twice the slots, because unclaimed items in progress still count as due.
      int most = claimed ? free : 2 * slots;
      List<T> found = due.apply(most);
      int started = 0;
      for (T item : found) {
        var done = new CompletableFuture<Void>();
        if (started < free && inProgress.putIfAbsent(id.apply(item), done) == null) {
          pool.execute(() -> run(item, done));
          started++;
        }
      }
      // An item that waits for one in progress, such as a later event of a dossier, becomes due
      // after it.
      more = free < slots || found.size() > started || claimed && found.size() == most;
    }
    return List.copyOf(inProgress.values());
  }

  private void run(T item, CompletableFuture<Void> done) {
    boolean moved = false;
    try {
      moved = work.test(item);
    } catch (RuntimeException | Error e) {
      LOG.error("{}: unexpected failure: {}", name, e.getClass().getName());
    } finally {
      inProgress.remove(id.apply(item));
      done.complete(null);
      if (moved && more) {
        wake();
      }
    }
  }

  /** Gives items in progress a while to finish. */
  public void stop() throws InterruptedException {
    watch.shutdown();
    pool.shutdown();
    if (!pool.awaitTermination(15, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
