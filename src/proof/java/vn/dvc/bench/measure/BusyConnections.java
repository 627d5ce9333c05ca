package vn.dvc.bench.measure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks ten times a second how many connections the application holds. */
final class BusyConnections implements AutoCloseable {
  private static final int EVERY_MILLIS = 100;

  private final ScheduledExecutorService looker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "busy-connections");
            thread.setDaemon(true);
            return thread;
          });
  private long looks;
  private long sum;
  private int most;

  BusyConnections(JvmProbe jvm) {
    looker.scheduleAtFixedRate(
        () -> seen(jvm.busyConnections()), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void seen(int busy) {
    looks++;
    sum += busy;
    most = Math.max(most, busy);
  }

  synchronized double mean() {
    return looks == 0 ? 0 : (double) sum / looks;
  }

  synchronized int most() {
    return most;
  }

  @Override
  public void close() {
    looker.shutdownNow();
  }
}
