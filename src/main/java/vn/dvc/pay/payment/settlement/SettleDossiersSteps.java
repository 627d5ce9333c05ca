package vn.dvc.pay.payment.settlement;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.values.PaymentId;

/** The steps of settle-dossiers.bpmn. */
@ProcessSteps(value = "settleDossiers", variables = "paymentId")
public class SettleDossiersSteps { // public because the engine calls it by reflection
  private final PaymentSettlement settlement;

  SettleDossiersSteps(PaymentSettlement settlement) {
    this.settlement = settlement;
  }

  public void settlePayment(String paymentId) {
    settlement.settle(PaymentId.of(paymentId));
  }
}
