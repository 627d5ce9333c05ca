package vn.dvc.pay.payment.account;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.method.PaymentProcess;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Starts account-payment.bpmn and sends it messages. */
@Component
class AccountPaymentWorkflow {
  private final PaymentProcess process;

  AccountPaymentWorkflow(PaymentProcess process) {
    this.process = process;
  }

  void paymentRequested(PaymentEntity payment) {
    process.start(
        payment,
        "account-payment",
        Map.of("paymentId", payment.id().text(), "bank", payment.account().number().bank()));
  }

  /** A second person has approved it. */
  void approved(PaymentEntity payment) {
    process.sendMessage(payment, "approved", Map.of());
  }

  /** A second person has refused it. */
  void approvalRefused(PaymentEntity payment) {
    process.sendMessage(payment, "approvalRefused", Map.of());
  }

  void cancelRequested(PaymentEntity payment) {
    process.sendMessage(payment, "cancelRequested", Map.of());
  }
}
