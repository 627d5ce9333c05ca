package vn.dvc.pay.payment.settle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.FinishedEvent;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.values.PaymentId;

/** Makes a payment paid: dossiers, receipts, status and the portal's events in one transaction. */
@Component
class PaidEnd {
  private final PaymentBook book;
  private final Proofs proofs;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  PaidEnd(
      PaymentBook book,
      Proofs proofs,
      Dossiers dossiers,
      FinishedEvent finished,
      DatabaseTime time) {
    this.book = book;
    this.proofs = proofs;
    this.dossiers = dossiers;
    this.finished = finished;
    this.time = time;
  }

  /**
   * @throws IllegalStateException when our tables hold no money of exactly this payment's amount,
   *     whatever the process says
   */
  @Transactional
  void settle(PaymentId id) {
    var row = book.lock(id);
    if (row.status().wasPaid()) {
      return;
    }
    proofs.of(row).demandPaid(row);
    var now = time.now();
    row.moveTo(PaymentStatus.PROCESSING, now);
    row.moveTo(PaymentStatus.PAID, now);
    dossiers.markPaid(id.text(), now);
    dossiers.release(id.text());
    finished.put(row);
  }
}
