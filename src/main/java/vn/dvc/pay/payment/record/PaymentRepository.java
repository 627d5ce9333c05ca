package vn.dvc.pay.payment.record;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.KeptInTransaction;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.ShortReference;

/** Stores payments. Lock a payment before changing it, so that two changes never run at once. */
@Component
public class PaymentRepository {
  private static final int PAGE = 50;
  private static final String TO_LOCK =
      "select p from PaymentEntity p join fetch p.lines where p.id = :id";
  private static final String TO_READ =
      "select p from PaymentEntity p left join fetch p.lines where p.id = :id";

  private final PaymentJpaRepository payments;
  private final EntityManager entityManager;
  private final DatabaseTime time;
  private final KeptInTransaction<Map<PaymentId, PaymentEntity>> locked = new KeptInTransaction<>();

  PaymentRepository(PaymentJpaRepository payments, EntityManager entityManager, DatabaseTime time) {
    this.payments = payments;
    this.entityManager = entityManager;
    this.time = time;
  }

  /** Adds a new payment, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PaymentEntity add(PaymentEntity payment) {
    var added = payments.saveAndFlush(payment);
    lockedHere().put(added.id(), added);
    return added;
  }

  /**
   * The payment, locked until the caller's transaction ends, with its lines, which never change. A
   * payment that this transaction has locked already is not read again.
   *
   * @throws Problem payment-not-found (404)
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public PaymentEntity lock(PaymentId id) {
    return lockedHere().computeIfAbsent(id, this::readLocked);
  }

  private PaymentEntity readLocked(PaymentId id) {
    var payment =
        entityManager
            .unwrap(Session.class)
            .createSelectionQuery(TO_LOCK, PaymentEntity.class)
            .setParameter("id", id.text())
            .setLockMode("p", LockMode.PESSIMISTIC_WRITE)
            .uniqueResultOptional()
            .orElseThrow(() -> Problem.notFound("payment-not-found"));
    time.note(payment.readAt());
    return payment;
  }

  private Map<PaymentId, PaymentEntity> lockedHere() {
    if (locked.get() == null) {
      locked.keep(new HashMap<>());
    }
    return locked.get();
  }

  /**
   * The payment's present state with its lines, for reading only. By a query, whose SQL Hibernate
   * keeps; with a graph it would write it anew each time.
   */
  public Optional<PaymentEntity> find(PaymentId id) {
    return Optional.ofNullable(locked.get()).map(all -> all.get(id)).or(() -> readOnly(id));
  }

  private Optional<PaymentEntity> readOnly(PaymentId id) {
    return entityManager
        .createQuery(TO_READ, PaymentEntity.class)
        .setParameter("id", id.text())
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The same, of a payment that must exist. */
  public PaymentEntity require(PaymentId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No payment " + id));
  }

  public List<PaymentEntity> ofPayer(String payerId, int page) {
    return payments.ofPayer(payerId, PageRequest.of(page, PAGE));
  }

  public List<PaymentEntity> paidBy(String payerId, Instant from, Instant until, int page) {
    return payments.paidBy(payerId, from, until, PageRequest.of(page, PAGE));
  }

  public List<PaymentEntity> waitingForApproval(String payerId) {
    return payments.waitingForApproval(payerId, PageRequest.of(0, PAGE));
  }

  /** All payments with this reference: hardly ever more than one. */
  public List<PaymentEntity> withReference(ShortReference reference) {
    return payments.between(reference.firstId('P'), reference.endOfIds('P'));
  }

  /** Whose they are, without reading anything else of them. */
  public Map<PaymentId, Payer> payersOf(Collection<PaymentId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : payments.payersOf(ids.stream().map(PaymentId::text).toList()).stream()
            .collect(
                Collectors.toMap(
                    each -> PaymentId.of(each.id()),
                    each -> new Payer(each.kind(), each.payer(), each.name())));
  }

  /** The payment's current attempt. */
  public AttemptRef attemptOf(PaymentId id) {
    return payments
        .attemptOf(id.text())
        .map(AttemptRef::new)
        .orElseThrow(() -> new IllegalStateException("No attempt of payment " + id));
  }
}
