package vn.dvc.pay.payment.refund;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.payment.refund.record.RefundEntity;
import vn.dvc.pay.payment.refund.record.RefundRepository;
import vn.dvc.pay.values.PaymentId;

/** Snapshots of a payment's refunds. */
@Component
public class RefundSnapshots {
  private final RefundRepository refunds;

  RefundSnapshots(RefundRepository refunds) {
    this.refunds = refunds;
  }

  /** Oldest first. */
  public List<Refund> of(PaymentId payment) {
    return refunds.ofPayment(payment.text()).stream().map(RefundEntity::snapshot).toList();
  }
}
