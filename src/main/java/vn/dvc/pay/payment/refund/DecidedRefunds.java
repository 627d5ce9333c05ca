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

/** Carries out decisions about refunds, in the transaction of the decision. */
@Component
class DecidedRefunds {
  private final RefundRepository refunds;
  private final RefundReservations reservations;
  private final PaymentRepository payments;
  private final PaidMoney money;
  private final Staff staff;
  private final DatabaseTime time;

  DecidedRefunds(
      RefundRepository refunds,
      RefundReservations reservations,
      PaymentRepository payments,
      PaidMoney money,
      Staff staff,
      DatabaseTime time) {
    this.refunds = refunds;
    this.reservations = reservations;
    this.payments = payments;
    this.money = money;
    this.staff = staff;
    this.time = time;
  }

  /** Keeps the common lock order: the payment before the case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (file.kind().equals(RefundCases.KIND)) {
      payments.lock(PaymentId.of(file.payment()));
    }
  }

  @EventListener
  void validate(CaseProposed proposed) {
    if (proposed.kind().equals(RefundCases.KIND)) {
      requireThirdPerson(
          refunds
              .findById(proposed.subject())
              .orElseThrow(() -> new IllegalStateException("No refund " + proposed.subject())));
    }
  }

  @EventListener
  void carryOut(CaseDecided decided) {
    if (!decided.kind().equals(RefundCases.KIND)) {
      return;
    }
    var payment = payments.lock(refunds.requirePaymentOf(decided.subject()));
    var refund = refunds.requireLocked(decided.subject());
    requireThirdPerson(refund);
    if (decided.decision().equals(RefundCases.REFUND)) {
      refund.carriedOutBy(giveBack(refund, payment, decided.id()), time.now());
    } else {
      refund.reject(decided.reason(), time.now());
      reservations.release(refund.id());
    }
  }

  private List<String> giveBack(RefundEntity refund, PaymentEntity payment, String caseId) {
    return money.giveBack(payment, refund.amount(), "DVC Pay, case " + caseId);
  }

  /**
   * Requires three different persons: the one who requests, the one who proposes and the one who
   * confirms.
   */
  private void requireThirdPerson(RefundEntity refund) {
    if (staff.actor().filter(refund::isAskedBy).isPresent()) {
      throw new Problem(403, "refund-asked-by-you");
    }
  }
}
