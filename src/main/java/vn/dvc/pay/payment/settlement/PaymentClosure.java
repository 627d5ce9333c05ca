package vn.dvc.pay.payment.settlement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.event.FinishedEvent;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** Ends a payment unpaid and releases its dossiers. */
@Component
public class PaymentClosure {
  private final PaymentRepository payments;
  private final FundsEvidences evidence;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  PaymentClosure(
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
   * @throws IllegalStateException if money is held, moved or in doubt, whatever the process says
   */
  @Transactional
  public PaymentStatus finish(PaymentId id) {
    var payment = payments.lock(id);
    evidence.of(payment).requireNothingHeld(payment);
    var end = endOf(payment);
    payment.card().challenge(null);
    payment.moveTo(end, time.now());
    dossiers.release(id.text());
    finished.put(payment);
    return end;
  }

  private static PaymentStatus endOf(PaymentEntity payment) {
    var why = payment.stopRequested();
    if (why == null) {
      payment.reason(payment.money().lastDecline());
      return PaymentStatus.DECLINED;
    }
    return switch (why) {
      case CANCELLED_BY_PAYER -> {
        payment.reason("cancelled-by-payer");
        yield PaymentStatus.CANCELLED;
      }
      case REFUSED_BY_CHECKER -> {
        payment.reason("refused-by-checker");
        yield PaymentStatus.CANCELLED;
      }
      case WINDOW_ENDED -> {
        payment.reason("window-ended");
        yield PaymentStatus.EXPIRED;
      }
      case DECLINED -> {
        payment.reason(payment.money().lastDecline());
        yield PaymentStatus.DECLINED;
      }
    };
  }
}
