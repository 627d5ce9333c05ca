package vn.dvc.pay.clarification.record;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Attempts being clarified. Before changing one, lock the attempt's owner and then the attempt. */
public interface ClarificationRepository extends JpaRepository<ClarificationEntity, UUID> {
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from ClarificationEntity c where c.attemptRef = :attempt")
  Optional<ClarificationEntity> lock(UUID attempt);

  /**
   * Values rather than entities, because a clarification may only be loaded for change after its
   * attempt's owner is locked.
   */
  @Query("select c.attemptRef from ClarificationEntity c where c.payment = :payment")
  List<UUID> attemptsOf(String payment);

  @Query("select c from ClarificationEntity c where c.payment = :payment order by c.nextInquiryAt")
  List<ClarificationEntity> ofPayment(String payment);
}
