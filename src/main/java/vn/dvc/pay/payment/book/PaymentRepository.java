package vn.dvc.pay.payment.book;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PaymentRepository extends JpaRepository<PaymentRow, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from PaymentRow p where p.id = :id")
  Optional<PaymentRow> lock(String id);

  @Query("select p.money.attemptRef from PaymentRow p where p.id = :id")
  Optional<UUID> attemptOf(String id);

  @Query("select p from PaymentRow p where p.payerId = :payer order by p.createdAt desc")
  List<PaymentRow> ofPayer(String payer, Limit limit);
}
