package vn.dvc.pay.payment.outcome;

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

/** Makes a payment paid: dossiers, receipts, status and the portal's events in one transaction. */
@Component
class PaidEnd {
  private final PaymentBook book;
  private final BankCalls calls;
  private final Dossiers dossiers;
  private final FinishedEvent finished;
  private final DatabaseTime time;

  PaidEnd(
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
   * @throws IllegalStateException when our tables hold no debit of exactly this payment's amount,
   *     whatever the process says
   */
  @Transactional
  void settle(PaymentId id) {
    var row = book.lock(id);
    if (row.status() == PaymentStatus.PAID) {
      return;
    }
    demandTheDebit(row);
    var now = time.now();
    row.moveTo(PaymentStatus.PROCESSING, now);
    row.moveTo(PaymentStatus.PAID, now);
    dossiers.markPaid(id.text(), now);
    dossiers.release(id.text());
    finished.put(row);
  }

  private void demandTheDebit(PaymentRow row) {
    var attempt = calls.lock(row.card().attempt());
    var lines = row.lines().stream().mapToLong(line -> line.amount()).sum();
    if (attempt.state() != Attempt.State.DEBITED
        || !attempt.subject().equals(row.id().text())
        || attempt.amount().dong() != lines
        || row.amount().dong() != lines) {
      throw new IllegalStateException("No debit of exactly these lines, so nothing is marked paid");
    }
  }
}
