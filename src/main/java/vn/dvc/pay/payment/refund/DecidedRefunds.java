package vn.dvc.pay.payment.refund;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseProposed;
import vn.dvc.pay.cases.CaseUpForDecision;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.refund.record.RefundEntity;
import vn.dvc.pay.payment.refund.record.RefundRepository;
import vn.dvc.pay.payment.refund.record.RefundReservations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** Carries out what two persons decided about a refund, in their transaction. */
@Component
class DecidedRefunds {
  private final RefundRepository rows;
  private final RefundReservations holds;
  private final PaymentRepository book;
  private final PaidMoney money;
  private final Staff staff;
  private final DatabaseTime time;

  DecidedRefunds(
      RefundRepository rows,
      RefundReservations holds,
      PaymentRepository book,
      PaidMoney money,
      Staff staff,
      DatabaseTime time) {
    this.rows = rows;
    this.holds = holds;
    this.book = book;
    this.money = money;
    this.staff = staff;
    this.time = time;
  }

  /** In the order in which all lock: before the case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (file.kind().equals(RefundCases.KIND)) {
      book.lock(PaymentId.of(file.payment()));
    }
  }

  @EventListener
  void look(CaseProposed proposed) {
    if (proposed.kind().equals(RefundCases.KIND)) {
      demandAnother(rows.findById(proposed.subject()).orElseThrow());
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!decided.kind().equals(RefundCases.KIND)) {
      return;
    }
    var payment = book.lock(rows.paymentOf(decided.subject()).map(PaymentId::of).orElseThrow());
    var row = rows.lock(decided.subject()).orElseThrow();
    demandAnother(row);
    if (decided.decision().equals(RefundCases.REFUND)) {
      row.carriedOutBy(giveBack(row, payment, decided.id()), time.now());
    } else {
      row.reject(decided.reason(), time.now());
      holds.release(row.id());
    }
  }

  private List<String> giveBack(RefundEntity row, PaymentEntity payment, String caseId) {
    return money.giveBack(payment, row.amount(), "DVC Pay, case " + caseId);
  }

  /** Three persons: who asked, who proposes, who confirms. */
  private void demandAnother(RefundEntity row) {
    if (staff.actor().filter(row::isAskedBy).isPresent()) {
      throw new Problem(403, "refund-asked-by-you");
    }
  }
}
