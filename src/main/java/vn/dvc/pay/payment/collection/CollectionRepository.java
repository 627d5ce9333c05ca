package vn.dvc.pay.payment.collection;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

public interface CollectionRepository extends JpaRepository<CollectionEntity, UUID> {

  /** Returns a value, not an entity: lock the payment before the collection. */
  @Query("select c.payment from CollectionEntity c where c.id = :id")
  Optional<String> paymentOf(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CollectionEntity c where c.id = :id")
  Optional<CollectionEntity> lock(UUID id);

  /** Locks a collection that must exist until the caller's transaction ends. */
  default CollectionEntity requireLocked(UUID id) {
    return lock(id).orElseThrow(() -> new IllegalStateException("No collection " + id));
  }

  /**
   * Matches every spelling of a reference, because a bank uses each reference for one collection
   * only.
   */
  Optional<CollectionEntity> findByBankAndReferenceIn(String bank, List<String> spellings);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from CollectionEntity c where c.reversal = :reversal")
  Optional<CollectionEntity> lockReversedBy(String reversal);

  /** Locks the payment's collections in these states, oldest first. The payment must be locked. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from CollectionEntity c where c.payment = :payment and c.state in :states
      order by c.receivedAt, c.id""")
  List<CollectionEntity> lockOf(String payment, Collection<CollectionEntity.State> states);

  /** As {@link #lockOf}, for reading only. */
  @Query(
      """
      select c from CollectionEntity c where c.payment = :payment and c.state in :states
      order by c.receivedAt, c.id""")
  List<CollectionEntity> of(String payment, Collection<CollectionEntity.State> states);

  @Query(value = "select amount from reversal where id = :reversal", nativeQuery = true)
  Optional<Long> goingBackBy(String reversal);
}
