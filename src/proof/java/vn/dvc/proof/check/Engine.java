package vn.dvc.proof.check;

import java.time.Instant;
import java.util.List;

/** What the process engine holds. */
public record Engine(List<Instance> instances, List<Stuck> stuck) {

  /**
   * @param key the business key, of a payment's own process the payment
   * @param end the id of the end event it came to, null while it runs
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

  /** An incident, a job or a task that nobody will try again by itself. */
  public record Stuck(String instance, String what) {}
}
