package vn.dvc.pay.payment.card;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.method.PaymentProcess;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Starts card-payment.bpmn and sends it messages. */
@Component
class CardPaymentWorkflow {
  private final PaymentProcess process;

  CardPaymentWorkflow(PaymentProcess process) {
    this.process = process;
  }

  void paymentRequested(PaymentEntity payment) {
    process.start(payment, "card-payment", Map.of("paymentId", payment.id().text()));
  }

  void cardEntered(PaymentEntity payment) {
    process.sendMessage(payment, "cardEntered", Map.of("bank", payment.money().bank()));
  }

  void otpEntered(PaymentEntity payment) {
    process.sendMessage(payment, "otpEntered", Map.of());
  }

  void resendRequested(PaymentEntity payment) {
    process.sendMessage(payment, "resendRequested", Map.of());
  }

  void cancelRequested(PaymentEntity payment) {
    process.sendMessage(payment, "cancelRequested", Map.of());
  }
}
