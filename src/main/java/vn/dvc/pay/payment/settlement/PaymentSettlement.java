package vn.dvc.pay.payment.settlement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.event.FinishedEvent;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/**
 * Settles a paid payment: dossiers, receipts, status and the portal's events in one transaction.
 */
@Component
class PaymentSettlement {
  private final PaymentRepository payments;
  private final FundsEvidences evidence;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  PaymentSettlement(
      PaymentRepository payments,
      FundsEvidences evidence,
      Dossiers dossiers,
      FinishedEvent finished,
      DatabaseTime time) {
    this.payments = payments;
    this.evidence = evidence;
    this.dossiers = dossiers;
    this.finished = finished;
    this.time = time;
  }

  /**
   * @throws IllegalStateException if our tables do not show exactly this payment's amount as
   *     received, whatever the process says
   */
  @Transactional
  void settle(PaymentId id) {
    var payment = payments.lock(id);
    if (payment.status().wasPaid()) {
      return;
    }
    evidence.of(payment).requireReceived(payment);
    var now = time.now();
    payment.moveTo(PaymentStatus.PROCESSING, now);
    payment.moveTo(PaymentStatus.PAID, now);
    dossiers.markPaid(id.text(), now);
    finished.put(payment);
    dossiers.release(id.text());
  }
}
