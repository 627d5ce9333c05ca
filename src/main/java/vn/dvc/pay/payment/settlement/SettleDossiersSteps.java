package vn.dvc.pay.payment.settlement;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.values.PaymentId;

/** What settle-dossiers.bpmn may ask of us. */
@ProcessSteps("settleDossiers")
public class SettleDossiersSteps { // public only because the engine calls it by reflection
  private final PaymentSettlement paidEnd;

  SettleDossiersSteps(PaymentSettlement paidEnd) {
    this.paidEnd = paidEnd;
  }

  public void settlePayment(String paymentId) {
    paidEnd.settle(PaymentId.of(paymentId));
  }
}
