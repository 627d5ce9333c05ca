package vn.dvc.pay.payment.settle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.FinishedEvent;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.values.PaymentId;

/** Ends a payment without money moved, and frees its dossiers. */
@Component
public class UnpaidEnd {
  private final PaymentBook book;
  private final Proofs proofs;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  UnpaidEnd(
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

  private static PaymentStatus endOf(PaymentRow row) {
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
