package vn.dvc.pay.payment.refund.record;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import vn.dvc.pay.values.PaymentId;

public interface RefundRepository extends JpaRepository<RefundEntity, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from RefundEntity r where r.id = :id")
  Optional<RefundEntity> lock(String id);

  /** Locks a refund that must exist until the caller's transaction ends. */
  default RefundEntity requireLocked(String id) {
    return lock(id).orElseThrow(() -> new IllegalStateException("No refund " + id));
  }

  /** Returns a value, not an entity: lock the payment before the refund. */
  @Query("select r.payment from RefundEntity r where r.id = :id")
  Optional<String> paymentOf(String id);

  /** The payment of a refund that must exist. */
  default PaymentId requirePaymentOf(String id) {
    return paymentOf(id)
        .map(PaymentId::of)
        .orElseThrow(() -> new IllegalStateException("No refund " + id));
  }

  @Query("select r.id from RefundEntity r join r.reversals v where v = :reversal")
  Optional<String> carriedOutBy(String reversal);

  /** The number of its reversals that have not ended. */
  @Query(
      value =
          "select count(*) from refund_reversal x join reversal r on r.id = x.reversal"
              + " where x.refund = :refund and r.finished_at is null",
      nativeQuery = true)
  long reversalsUnderWay(String refund);

  @Query("select r from RefundEntity r where r.payment = :payment order by r.askedAt, r.id")
  List<RefundEntity> ofPayment(String payment);

  /** The amount of the payment's money in refunds that await a decision. */
  @Query(
      value =
          "select coalesce(sum(amount), 0) from refund"
              + " where payment = :payment and state = 'REQUESTED'",
      nativeQuery = true)
  long asked(String payment);
}
