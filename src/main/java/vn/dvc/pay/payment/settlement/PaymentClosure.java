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

/** Ends a payment without money moved, and frees its dossiers. */
@Component
public class PaymentClosure {
  private final PaymentRepository book;
  private final FundsEvidences proofs;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  PaymentClosure(
      PaymentRepository book,
      FundsEvidences proofs,
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
   * @throws IllegalStateException when money is held, moved or in doubt, whatever the process says
   */
  @Transactional
  public PaymentStatus finish(PaymentId id) {
    var row = book.lock(id);
    proofs.of(row).demandNothingHeld(row);
    var end = endOf(row);
    row.card().challenge(null);
    row.moveTo(end, time.now());
    dossiers.release(id.text());
    finished.put(row);
    return end;
  }

  private static PaymentStatus endOf(PaymentEntity row) {
    var why = row.stopRequested();
    if (why == null) {
      row.reason(row.money().lastDecline());
      return PaymentStatus.DECLINED;
    }
    return switch (why) {
      case CANCELLED_BY_PAYER -> {
        row.reason("cancelled-by-payer");
        yield PaymentStatus.CANCELLED;
      }
      case WINDOW_ENDED -> {
        row.reason("window-ended");
        yield PaymentStatus.EXPIRED;
      }
      case DECLINED -> {
        row.reason(row.money().lastDecline());
        yield PaymentStatus.DECLINED;
      }
    };
  }
}
