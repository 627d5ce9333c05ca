package vn.dvc.pay.payment.settlement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.event.FinishedEvent;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** Makes a payment paid: dossiers, receipts, status and the portal's events in one transaction. */
@Component
class PaymentSettlement {
  private final PaymentRepository payments;
  private final FundsEvidences proofs;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  PaymentSettlement(
      PaymentRepository payments,
      FundsEvidences proofs,
      Dossiers dossiers,
      FinishedEvent finished,
      DatabaseTime time) {
    this.payments = payments;
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
    var payment = payments.lock(id);
    if (payment.status().wasPaid()) {
      return;
    }
    proofs.of(payment).demandPaid(payment);
    var now = time.now();
    payment.moveTo(PaymentStatus.PROCESSING, now);
    payment.moveTo(PaymentStatus.PAID, now);
    dossiers.markPaid(id.text(), now);
    dossiers.release(id.text());
    finished.put(payment);
  }
}
