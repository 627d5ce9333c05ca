package vn.dvc.pay.payment.outcome;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** What is being cleared up. Whoever changes a row locks its attempt's owner and attempt first. */
interface ClarificationRepository extends JpaRepository<ClarificationRow, UUID> {
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from ClarificationRow c where c.attemptRef = :attempt")
  Optional<ClarificationRow> lock(UUID attempt);

  /** Values, not rows: whoever means to change one locks its attempt's owner first. */
  @Query("select c.attemptRef from ClarificationRow c where c.payment = :payment")
  List<UUID> attemptsOf(String payment);

  @Query("select c from ClarificationRow c where c.payment = :payment order by c.nextInquiryAt")
  List<ClarificationRow> ofPayment(String payment);
}
