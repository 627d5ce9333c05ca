package vn.dvc.bench.measure;

import java.util.Map;

/**
 * What a piece of load used.
 *
 * @param seconds how long everything was watched, the trail after the load included
 * @param application processor milliseconds, as are database, client and sandbox
 * @param requestNanos of the application's threads that answer requests, without those that collect
 *     garbage, compile or work in the background
 * @param busyMean connections that the application held, on average while the load came
 */
public record Used(
    double seconds,
    Statements statements,
    long flowNodes,
    long application,
    long requestNanos,
    long database,
    long client,
    long sandbox,
    long allocatedBytes,
    double busyMean,
    int busyMost) {

  public long commits() {
    return statements.commits();
  }

  public Map<StatementGroup, Long> byGroup() {
    return statements.byGroup();
  }

  /** All statements but those that would have been executed without any load. */
  public double statementsWithoutIdle(double idleAMinute) {
    return Math.max(0, statements.all() - idleAMinute * seconds / 60);
  }
}
