package vn.dvc.pay.payment.record;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PaymentJpaRepository extends JpaRepository<PaymentEntity, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from PaymentEntity p where p.id = :id")
  Optional<PaymentEntity> lock(String id);

  @Query("select p.money.attemptRef from PaymentEntity p where p.id = :id")
  Optional<UUID> attemptOf(String id);

  @Query("select p from PaymentEntity p where p.payerId = :payer order by p.createdAt desc")
  List<PaymentEntity> ofPayer(String payer, Limit limit);

  @Query("select p from PaymentEntity p where p.id >= :first and p.id < :end order by p.id")
  List<PaymentEntity> between(String first, String end);
}
