package vn.dvc.pay.payment.collection.decision;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.collection.CollectionEntity;
import vn.dvc.pay.payment.collection.CollectionRepository;
import vn.dvc.pay.payment.collection.CollectionTaking;
import vn.dvc.pay.payment.collection.CollectionWeighing;
import vn.dvc.pay.payment.collection.policy.PaidFor;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Accepts a collection for a payment by a decision of two persons. The decision is rejected if the
 * amount is too small or the dossiers can no longer be paid by it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CollectionAcceptance {
  private final CollectionRepository collections;
  private final Instructions instructions;
  private final PaymentRepository payments;
  private final CollectionWeighing weighing;
  private final PaidFor paidFor;
  private final CollectionTaking taking;

  CollectionAcceptance(
      CollectionRepository collections,
      Instructions instructions,
      PaymentRepository payments,
      CollectionWeighing weighing,
      PaidFor paidFor,
      CollectionTaking taking) {
    this.collections = collections;
    this.instructions = instructions;
    this.payments = payments;
    this.weighing = weighing;
    this.paidFor = paidFor;
    this.taking = taking;
  }

  /**
   * Requires that the collection could pay at present.
   *
   * @param reason the first person's reason; it must name the payment if the transfer text does not
   * @throws Problem collection-target-missing (422), collection-payment-paid, collection-too-little
   *     (409)
   */
  void requireEnough(UUID collection, String reason) {
    var payment = payments.lock(target(collection, reason));
    requireEnough(collections.requireLocked(collection), payment);
  }

  /**
   * Requires that the payment still waits, so that the collection can be kept for it.
   *
   * @throws Problem collection-payment-paid (409)
   */
  void requireWaiting(UUID collection) {
    requireWaiting(payments.lock(target(collection, "")));
  }

  /**
   * When this returns, the payment is paid by it.
   *
   * @throws Problem as {@link #requireEnough(UUID, String)}, and collection-dossier-taken,
   *     collection-dossier-changed (409)
   */
  void accept(UUID collection, String reason, String caseId) {
    var payment = payments.lock(target(collection, reason));
    var found = collections.requireLocked(collection);
    requireEnough(found, payment);
    requireOwedAsBefore(payment);
    taking.byTwoPersons(found, payment, caseId);
  }

  /** Keeps it for its payment, which is paid if nothing is missing then. */
  void keep(UUID collection, String caseId) {
    var payment = payments.lock(target(collection, ""));
    var found = collections.requireLocked(collection);
    requireWaiting(payment);
    if (weighing.balance(payment).isCoveredBy(found.amount())) {
      taking.byTwoPersons(found, payment, caseId);
    } else {
      taking.keep(found, payment, caseId);
    }
  }

  private void requireEnough(CollectionEntity found, PaymentEntity payment) {
    if (!hasEndedUnpaid(payment)) {
      requireWaiting(payment);
    }
    var balance = weighing.balance(payment);
    if (!balance.isCoveredBy(found.amount())) {
      throw Problem.conflict("collection-too-little")
          .with("payment", payment.id().text())
          .with("missing", balance.missing().dong());
    }
  }

  private static void requireWaiting(PaymentEntity payment) {
    if (payment.status() != PaymentStatus.WAITING_FOR_COLLECTION) {
      throw Problem.conflict("collection-payment-paid").with("payment", payment.id().text());
    }
  }

  private void requireOwedAsBefore(PaymentEntity payment) {
    if (!paidFor.hold(payment)) {
      throw Problem.conflict("collection-dossier-taken").with("payment", payment.id().text());
    }
    if (!weighing.isOwed(payment)) {
      throw Problem.conflict("collection-dossier-changed").with("payment", payment.id().text());
    }
  }

  static boolean hasEndedUnpaid(PaymentEntity payment) {
    return payment.status() == PaymentStatus.CANCELLED || payment.status() == PaymentStatus.EXPIRED;
  }

  private PaymentId target(UUID collection, String reason) {
    return collections
        .paymentOf(collection)
        .map(PaymentId::of)
        .orElseGet(
            () -> {
              var named = instructions.namedIn(reason).payments();
              if (named.size() != 1) {
                throw Problem.invalid("collection-target-missing");
              }
              return named.get(0);
            });
  }
}
