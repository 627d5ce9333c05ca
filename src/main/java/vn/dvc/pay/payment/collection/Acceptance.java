package vn.dvc.pay.payment.collection;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.CounterDesk;
import vn.dvc.pay.payment.counter.Instructions;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Takes a collection for a payment because two persons say so; they may be refused. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Acceptance {
  private final CollectionRepository rows;
  private final Instructions instructions;
  private final PaymentBook book;
  private final CounterDesk desk;
  private final PaidFor paidFor;

  Acceptance(
      CollectionRepository rows,
      Instructions instructions,
      PaymentBook book,
      CounterDesk desk,
      PaidFor paidFor) {
    this.rows = rows;
    this.instructions = instructions;
    this.book = book;
    this.desk = desk;
    this.paidFor = paidFor;
  }

  /**
   * Whether it could be accepted as things stand.
   *
   * @param reason the first person's; names the payment where the transfer does not
   * @throws Problem collection-target-missing (422), collection-payment-paid,
   *     collection-dossier-taken, collection-dossier-changed (409)
   */
  void demandPossible(UUID collection, String reason) {
    demandOpen(book.lock(target(collection, reason)));
  }

  /** The payment is paid by it when this returns. Throws as {@link #demandPossible} does. */
  void accept(UUID collection, String reason, String caseId) {
    var payment = book.lock(target(collection, reason));
    demandOpen(payment);
    var row = rows.lock(collection).orElseThrow();
    row.accept(payment.id(), caseId);
    if (waits(payment)) {
      desk.collected(payment, collection);
    } else {
      demandOwedAsBefore(payment);
      desk.collectedLate(payment, collection);
    }
  }

  private void demandOpen(PaymentRow payment) {
    var ended =
        payment.status() == PaymentStatus.CANCELLED || payment.status() == PaymentStatus.EXPIRED;
    if (!waits(payment) && !ended) {
      throw Problem.conflict("collection-payment-paid").with("payment", payment.id().text());
    }
  }

  private void demandOwedAsBefore(PaymentRow payment) {
    List<Dossier> taken;
    try {
      taken = paidFor.takeAgain(payment);
    } catch (Problem notFree) {
      throw Problem.conflict("collection-dossier-taken").with("payment", payment.id().text());
    }
    if (!PaidFor.oweTheSame(taken, payment)) {
      throw Problem.conflict("collection-dossier-changed").with("payment", payment.id().text());
    }
  }

  private static boolean waits(PaymentRow payment) {
    return payment.status() == PaymentStatus.WAITING_FOR_COLLECTION;
  }

  private PaymentId target(UUID collection, String reason) {
    return rows.paymentOf(collection)
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
