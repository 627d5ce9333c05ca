package vn.dvc.pay.time;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
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
 * Works through rows that are due, on every node, each in a slot of its own: what hangs fills its
 * slot and holds back nothing else. Looks for rows when it is woken, and again whenever something
 * is done while more may be due.
 */
public final class DueWork<T> {
  private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

  private final String name;
  private final int slots;
  private final IntFunction<List<T>> due;
  private final Function<T, Object> id;
  private final Predicate<T> work;
  private final Map<Object, CompletableFuture<Void>> inHand = new ConcurrentHashMap<>();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final ExecutorService watch;
  private final ExecutorService pool;
  private volatile boolean more;

  /**
   * @param due finds at most so many due rows, and waits for none that another transaction holds
   * @param work does one of them, and says whether it is not due any more as it was
   */
  public DueWork(
      String name, int slots, IntFunction<List<T>> due, Function<T, Object> id, Predicate<T> work) {
    this.name = name;
    this.slots = slots;
    this.due = due;
    this.id = id;
    this.work = work;
    // A wake-up that comes while we shut down is dropped; another node or the next start sees to
    // it.
    this.watch =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new CustomizableThreadFactory(name + "-watch-"),
            new ThreadPoolExecutor.DiscardPolicy());
    this.pool = Executors.newFixedThreadPool(slots, new CustomizableThreadFactory(name + "-"));
  }

  public void wake() {
    if (wanted.compareAndSet(false, true)) {
      watch.execute(this::watch);
    }
  }

  private void watch() {
    wanted.set(false);
    try {
      round();
    } catch (RuntimeException e) {
      LOG.warn("{}: what is due waits for the next round: {}", name, e.getClass().getName());
    }
  }

  /**
   * Starts what is due as far as slots are free, waits for nothing, and returns what is in hand.
   */
  public synchronized List<CompletableFuture<Void>> round() {
    more = true;
    int free = slots - inHand.size();
    if (free > 0 && !pool.isShutdown()) {
      // As many more as may be in hand already, for those are due until they are claimed.
      List<T> found = due.apply(2 * slots);
      int started = 0;
      for (T each : found) {
        var done = new CompletableFuture<Void>();
        if (started < free && inHand.putIfAbsent(id.apply(each), done) == null) {
          pool.execute(() -> run(each, done));
          started++;
        }
      }
      // What waits for something in hand, as a later event of one dossier does, is due after it.
      more = free < slots || found.size() > started;
    }
    return List.copyOf(inHand.values());
  }

  private void run(T each, CompletableFuture<Void> done) {
    boolean moved = false;
    try {
      moved = work.test(each);
    } catch (RuntimeException | Error e) {
      LOG.error("{}: {} failed in an unforeseen way", name, e.getClass().getName());
    } finally {
      inHand.remove(id.apply(each));
      done.complete(null);
      if (moved && more) {
        wake();
      }
    }
  }

  /** Waits a while for what is in hand. */
  public void stop() throws InterruptedException {
    watch.shutdown();
    pool.shutdown();
    if (!pool.awaitTermination(15, TimeUnit.SECONDS)) {
      pool.shutdownNow();
    }
  }
}
