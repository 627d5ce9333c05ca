package vn.dvc.pay.payment.card;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.method.PaymentProcess;
import vn.dvc.pay.payment.record.PaymentEntity;

/** What we tell card-payment.bpmn. */
@Component
class CardPaymentWorkflow {
  private final PaymentProcess process;

  CardPaymentWorkflow(PaymentProcess process) {
    this.process = process;
  }

  void paymentRequested(PaymentEntity row) {
    process.start(row, "card-payment", Map.of("paymentId", row.id().text()));
  }

  void cardEntered(PaymentEntity row) {
    process.tell(row, "cardEntered", Map.of("bank", row.money().bank()));
  }

  void otpEntered(PaymentEntity row) {
    process.tell(row, "otpEntered", Map.of());
  }

  void resendRequested(PaymentEntity row) {
    process.tell(row, "resendRequested", Map.of());
  }

  void cancelRequested(PaymentEntity row) {
    process.tell(row, "cancelRequested", Map.of());
  }
}
