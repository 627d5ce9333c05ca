package vn.dvc.pay.payment.card;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.book.FinishedEvent;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.values.PaymentId;

/** Ends a payment by card without money moved, and frees its dossiers. */
@Component
class UnpaidEnd {
  private static final Set<Attempt.State> NOTHING_HELD =
      EnumSet.of(
          Attempt.State.DECLINED,
          Attempt.State.VOIDED,
          Attempt.State.NOT_EXECUTED,
          Attempt.State.REVERSED);

  private final PaymentBook book;
  private final BankCalls calls;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  UnpaidEnd(
      PaymentBook book,
      BankCalls calls,
      Dossiers dossiers,
      FinishedEvent finished,
      DatabaseTime time) {
    this.book = book;
    this.calls = calls;
    this.dossiers = dossiers;
    this.finished = finished;
    this.time = time;
  }

  /**
   * @throws IllegalStateException when money is held, moved or in doubt, whatever the process says
   */
  @Transactional
  PaymentStatus finish(PaymentId id) {
    var row = book.lock(id);
    var attempt = row.card().attempt();
    if (attempt != null) {
      var state = calls.lock(attempt).state();
      if (!NOTHING_HELD.contains(state)) {
        throw new IllegalStateException("Not to be ended unpaid while its attempt is " + state);
      }
      calls.forgetSealed(attempt);
    }
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
      row.reason(row.card().lastDecline());
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
        row.reason(row.card().lastDecline());
        yield PaymentStatus.DECLINED;
      }
    };
  }
}
