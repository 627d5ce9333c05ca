package vn.dvc.pay.payment.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import vn.dvc.pay.values.Payer;

interface PaymentJpaRepository extends JpaRepository<PaymentEntity, String> {

  @Query("select p.money.attemptRef from PaymentEntity p where p.id = :id")
  Optional<UUID> attemptOf(String id);

  @Query(
      """
      select p.id, p.payerKind, p.payerId, p.payerName
      from PaymentEntity p where p.id in :ids""")
  List<WhosePayment> payersOf(Collection<String> ids);

  @Query(
      "select p from PaymentEntity p where p.payerId = :payer order by p.createdAt desc, p.id desc")
  List<PaymentEntity> ofPayer(String payer, Pageable page);

  @Query(
      """
      select p from PaymentEntity p
      where p.payerId = :payer and p.status in (PAID, PARTLY_REVERSED, REVERSED)
        and p.finishedAt >= :from and p.finishedAt < :until
      order by p.finishedAt, p.id""")
  List<PaymentEntity> paidBy(String payer, Instant from, Instant until, Pageable page);

  @Query(
      """
      select p from PaymentEntity p
      where p.payerId = :payer and p.status = WAITING_FOR_APPROVAL and p.stopRequested is null
      order by p.createdAt desc, p.id desc""")
  List<PaymentEntity> waitingForApproval(String payer, Pageable page);

  @Query("select p from PaymentEntity p where p.id >= :first and p.id < :end order by p.id")
  List<PaymentEntity> between(String first, String end);

  /** Whose payment it is. */
  record WhosePayment(String id, Payer.Kind kind, String payer, String name) {}
}
