package vn.dvc.pay.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What persons did where money is at stake: who did what, to what, and why. Entries are only ever
 * added, each with the hash of its predecessor, so that tampering shows.
 */
public interface Audit {

  /**
   * Adds an entry in the caller's transaction. Call this last: writers queue for each other until
   * their transactions end.
   */
  void write(String actor, String action, String subject, String reason);

  /** Recomputes the whole chain. */
  Verification verify();

  /** Newest first, a page of 50. */
  List<Entry> list(int page);

  /** All entries about one case, payment or step, oldest first. */
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
   * @param entries how many were verified
   * @param firstBroken number of the first entry that was changed or removed, null if there is none
   */
  record Verification(long entries, @Nullable Long firstBroken) {
    public boolean intact() {
      return firstBroken == null;
    }
  }
}
