package vn.dvc.bench.client;

import java.util.Map;

/**
 * What became of a job.
 *
 * @param paid payments of banks that do not hang
 * @param failed the same that were not paid in time
 * @param seconds from the first arrival to the last of these payments' end
 * @param looks how often payers had to look whether they may enter the OTP
 * @param stages milliseconds as payers see them
 * @param failure of the first that failed; empty if none did
 */
public record Outcome(
    int paid,
    int failed,
    double seconds,
    long looks,
    Map<Stage, Percentiles> stages,
    String failure) {

  /** Milliseconds. */
  public record Percentiles(double p50, double p95, double p99, double most) {}

  public double perSecond() {
    return paid / seconds;
  }
}
