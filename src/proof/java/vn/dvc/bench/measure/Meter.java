package vn.dvc.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Reads what everything has used so far, and so what a piece of load used. */
public final class Meter {
  /** After the load, until outbox, history and what else trails behind have come to rest. */
  private static final Duration TRAIL = Duration.ofSeconds(2);

  private final Counting database;
  private final JvmProbe jvm;
  private final List<Long> applications;
  private final long client;
  private final long sandbox;

  /**
   * @param jvm the first node's
   * @param applications the processes of all nodes
   * @param sandbox 0 if there is none
   */
  public Meter(
      Counting database, JvmProbe jvm, List<Long> applications, long client, long sandbox) {
    this.database = database;
    this.jvm = jvm;
    this.applications = List.copyOf(applications);
    this.client = client;
    this.sandbox = sandbox;
  }

  /** The result of the load, and what it used. */
  public record Measured<T>(T result, Used used) {}

  public <T> Measured<T> measure(Supplier<T> load) {
    try (var busy = new BusyConnections(jvm)) {
      var before = read();
      var result = load.get();
      var mean = busy.mean();
      var most = busy.most();
      LockSupport.parkNanos(TRAIL.toNanos());
      return new Measured<>(result, read().since(before, mean, most));
    }
  }

  /** Statements a minute while nobody does anything. */
  public double idleStatements(Duration watched) {
    var before = database.statements();
    var start = System.nanoTime();
    LockSupport.parkNanos(watched.toNanos());
    var more = database.statements().since(before).all();
    return more * 60e9 / (System.nanoTime() - start);
  }

  private Reading read() {
    var flowNodes = database.flowNodes();
    return new Reading(
        System.nanoTime(),
        database.statements(),
        flowNodes,
        applications.stream().mapToLong(Processor::millisOf).sum(),
        jvm.requestNanos(),
        database.processorMillis(),
        Processor.millisOf(client),
        sandbox == 0 ? 0 : Processor.millisOf(sandbox),
        jvm.allocated());
  }

  private record Reading(
      long nanos,
      Statements statements,
      long flowNodes,
      long application,
      long requestNanos,
      long database,
      long client,
      long sandbox,
      Map<Long, Long> allocated) {

    Used since(Reading before, double busyMean, int busyMost) {
      return new Used(
          (nanos - before.nanos) / 1e9,
          statements.since(before.statements),
          flowNodes - before.flowNodes,
          application - before.application,
          requestNanos - before.requestNanos,
          database - before.database,
          client - before.client,
          sandbox - before.sandbox,
          JvmProbe.allocatedBetween(before.allocated, allocated),
          busyMean,
          busyMost);
    }
  }
}
