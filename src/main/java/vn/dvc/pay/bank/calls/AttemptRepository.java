package vn.dvc.pay.bank.calls;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import vn.dvc.pay.bank.Attempt;

/** Stored attempts, changed only by compare-and-set. */
interface AttemptRepository extends Repository<AttemptEntity, UUID> {

  AttemptEntity save(AttemptEntity attempt);

  Optional<AttemptView> findByAttemptRef(UUID attempt);

  /** An attempt that must exist, as it stands. */
  default AttemptView require(UUID attempt) {
    return findByAttemptRef(attempt)
        .orElseThrow(() -> new IllegalStateException("No attempt " + attempt));
  }

  @Query(
      nativeQuery = true,
      value = "select version from attempt where attempt_ref = :attempt for update")
  Optional<Long> lock(UUID attempt);

  /** Locks the row of an attempt that must exist. */
  default void requireLock(UUID attempt) {
    lock(attempt).orElseThrow(() -> new IllegalStateException("No attempt " + attempt));
  }

  @Modifying(flushAutomatically = true)
  @Query(
      """
      update AttemptEntity a set a.state = UNKNOWN, a.version = a.version + 1
      where a.attemptRef = :attempt and a.state = :state and a.version = :version""")
  int takeBack(UUID attempt, Attempt.State state, Long version);

  /** Values that the bank gave are kept; an answer without them does not erase them. */
  @Modifying(flushAutomatically = true)
  @Query(
      """
      update AttemptEntity a set a.state = :next, a.version = a.version + 1,
        a.bankRef = coalesce(:bankRef, a.bankRef),
        a.last4 = coalesce(:last4, a.last4),
        a.cardToken = coalesce(:cardToken, a.cardToken)
      where a.attemptRef = :attempt and a.state = :state and a.version = :version""")
  int move(
      UUID attempt,
      Attempt.State state,
      Long version,
      Attempt.State next,
      String bankRef,
      String last4,
      String cardToken);
}
