package vn.dvc.proof.check;

import java.time.Instant;
import java.util.List;

/** The contents of the process engine. */
public record Engine(List<Instance> instances, List<Stuck> stuck) {

  /**
   * @param key the business key; for a payment's own process, the payment
   * @param end the id of the end event it reached; null while it runs
   */
  public record Instance(
      String id,
      String process,
      String key,
      boolean called,
      Instant started,
      Instant ended,
      String end) {

    boolean runs() {
      return ended == null;
    }

    boolean isAPayments() {
      return !called && process.endsWith("-payment") && key != null && key.startsWith("P");
    }
  }

  /** An incident, or a job or task that nothing will retry automatically. */
  public record Stuck(String instance, String what) {}
}
