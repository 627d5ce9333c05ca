package vn.dvc.pay.payment.settlement;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Finds the proof that a payment's way of paying leaves. */
@Component
class FundsEvidences {
  private final List<FundsEvidence> proofs;

  FundsEvidences(List<FundsEvidence> proofs) {
    this.proofs = proofs;
  }

  FundsEvidence of(PaymentEntity payment) {
    return proofs.stream()
        .filter(proof -> proof.covers(payment.method()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing proves a " + payment.method()));
  }
}
