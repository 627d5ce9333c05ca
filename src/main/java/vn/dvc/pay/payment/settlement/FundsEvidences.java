package vn.dvc.pay.payment.settlement;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Selects the evidence for a payment's method. */
@Component
class FundsEvidences {
  private final List<FundsEvidence> evidence;

  FundsEvidences(List<FundsEvidence> evidence) {
    this.evidence = evidence;
  }

  FundsEvidence of(PaymentEntity payment) {
    return evidence.stream()
        .filter(each -> each.covers(payment.method()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No funds evidence for " + payment.method()));
  }
}
