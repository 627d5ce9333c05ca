package vn.dvc.bench.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Lets payers come as a job says: a fixed number at a time, or so many each second. */
final class Arrivals {
  private static final int PATIENCE_MINUTES = 60;

  private final Payer payer;
  private final Job job;
  private final Latencies times = new Latencies();
  private final AtomicLong looks = new AtomicLong();
  private final AtomicInteger paid = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicReference<String> failure = new AtomicReference<>("");
  private final CountDownLatch awaited;

  Arrivals(Payer payer, Job job) {
    this.payer = payer;
    this.job = job;
    var waitedFor = 0;
    for (int number = 0; number < job.payments(); number++) {
      waitedFor += bank(number).equals(job.hanging()) ? 0 : 1;
    }
    awaited = new CountDownLatch(waitedFor);
  }

  Outcome come() throws InterruptedException {
    var start = Instant.now();
    var threads = job.inFlight() > 0 ? oneAfterTheOther() : atFixedTimes(start);
    awaited.await(PATIENCE_MINUTES, TimeUnit.MINUTES);
    var seconds = Duration.between(start, Instant.now()).toNanos() / 1e9;
    threads.shutdownNow();
    return new Outcome(
        paid.get(), failed.get(), seconds, looks.get(), times.percentiles(), failure.get());
  }

  private ExecutorService oneAfterTheOther() {
    var threads = Executors.newFixedThreadPool(job.inFlight());
    for (int number = 0; number < job.payments(); number++) {
      var bank = bank(number);
      threads.execute(() -> pay(bank, Instant.now()));
    }
    return threads;
  }

  /** Everybody's latency counts from when they were to come, even if we are late ourselves. */
  private ExecutorService atFixedTimes(Instant start) {
    var threads = Executors.newCachedThreadPool();
    for (int number = 0; number < job.payments(); number++) {
      var bank = bank(number);
      var intended = start.plusNanos((long) (number * 1e9 / job.perSecond()));
      awaitTime(intended);
      threads.execute(() -> pay(bank, intended));
    }
    return threads;
  }

  private static void awaitTime(Instant time) {
    for (long left; (left = Duration.between(Instant.now(), time).toNanos()) > 0; ) {
      LockSupport.parkNanos(left);
    }
  }

  private void pay(String bank, Instant intended) {
    var counts = !bank.equals(job.hanging());
    try {
      payer.pay(job.method(), bank, intended, counts ? times : new Latencies(), looks);
      if (counts) {
        paid.incrementAndGet();
      }
    } catch (InterruptedException abandoned) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (counts) {
        failed.incrementAndGet();
        failure.compareAndSet("", e.toString());
      }
    } finally {
      if (counts) {
        awaited.countDown();
      }
    }
  }

  private String bank(int number) {
    return job.banks().get(number % job.banks().size());
  }
}
