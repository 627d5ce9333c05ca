package vn.dvc.pay.payment.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Where payments are kept. Who changes one locks it first, so that two never decide at once. */
@Component
public class PaymentRepository {
  private final PaymentJpaRepository payments;

  PaymentRepository(PaymentJpaRepository payments) {
    this.payments = payments;
  }

  /** Adds a new payment, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PaymentEntity add(PaymentEntity payment) {
    return payments.saveAndFlush(payment);
  }

  /**
   * The payment, its row locked until the caller's transaction ends.
   *
   * @throws Problem payment-not-found (404)
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public PaymentEntity lock(PaymentId id) {
    return payments.lock(id.text()).orElseThrow(() -> Problem.notFound("payment-not-found"));
  }

  /** The payment as it stands, for reading. */
  public Optional<PaymentEntity> find(PaymentId id) {
    return payments.findById(id.text());
  }

  public List<PaymentEntity> ofPayer(String payerId) {
    return payments.ofPayer(payerId, Limit.of(50));
  }

  /** The attempt that the payment is making. */
  public AttemptRef attemptOf(PaymentId id) {
    return payments
        .attemptOf(id.text())
        .map(AttemptRef::new)
        .orElseThrow(() -> new IllegalStateException("The payment has no attempt"));
  }
}
