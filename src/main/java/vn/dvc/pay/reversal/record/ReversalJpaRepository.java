package vn.dvc.pay.reversal.record;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReversalJpaRepository extends JpaRepository<ReversalEntity, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from ReversalEntity r where r.id = :id")
  Optional<ReversalEntity> lock(String id);

  @Query("select r.attemptRef from ReversalEntity r where r.id = :id")
  Optional<UUID> attemptOf(String id);

  @Query("select r.payment from ReversalEntity r where r.id = :id")
  Optional<String> paymentOf(String id);

  /** The reversals of one original, newest first. */
  @Query(
      """
      select r.id from ReversalEntity r where r.bank = :bank and r.booking = :booking
        and (r.originalAttempt = :attempt or r.collectionReference = :collection)
      order by r.askedAt desc""")
  List<String> ofOriginal(String bank, UUID attempt, String collection, String booking);

  @Query("select r.finishedAt from ReversalEntity r where r.id = :id")
  Optional<Instant> finishedAt(String id);

  @Query("select r.nextTryAt from ReversalEntity r where r.id = :id")
  Optional<Instant> nextTryAt(String id);
}
