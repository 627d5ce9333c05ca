package vn.dvc.pay.payment.reversal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReversalRepository extends JpaRepository<ReversalRow, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from ReversalRow r where r.id = :id")
  Optional<ReversalRow> lock(String id);

  @Query("select r.attemptRef from ReversalRow r where r.id = :id")
  Optional<UUID> attemptOf(String id);

  @Query("select r.payment from ReversalRow r where r.id = :id")
  Optional<String> paymentOf(String id);
}
