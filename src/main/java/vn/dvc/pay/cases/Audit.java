package vn.dvc.pay.cases;

import java.time.Instant;
import java.util.List;

/**
 * What persons did where money is at stake: who, what, to what, and why. Rows are only added, each
 * with the hash of the one before, so that a later edit shows.
 */
public interface Audit {

  /**
   * Writes it down in the caller's transaction. Take this last: the writers wait for each other
   * until their transactions end.
   */
  void write(String actor, String action, String subject, String reason);

  /** Recomputes the whole chain. */
  Verification verify();

  /** Newest first, a page of 50. */
  List<Entry> list(int page);

  /** All about one case, payment or step, oldest first. */
  List<Entry> about(String subject);

  record Entry(
      long seq,
      Instant at,
      String actor,
      String action,
      String subject,
      String reason,
      String hash) {}

  /**
   * @param entries how many were looked at
   * @param firstBroken the number of the first entry that was edited or removed, null where none
   */
  record Verification(long entries, Long firstBroken) {
    public boolean intact() {
      return firstBroken == null;
    }
  }
}
