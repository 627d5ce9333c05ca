package vn.dvc.pay.payment.card;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.values.Problem;

/** What we tell card-payment.bpmn. */
@Component
class CardPaymentWorkflow {
  private final Processes processes;

  CardPaymentWorkflow(Processes processes) {
    this.processes = processes;
  }

  void paymentRequested(PaymentRow row) {
    var id = row.id().text();
    row.runsIn(processes.start("card-payment", id, Map.of("paymentId", id)));
  }

  void cardEntered(PaymentRow row) {
    tell(row, "cardEntered", Map.of("bank", row.money().bank()));
  }

  void otpEntered(PaymentRow row) {
    tell(row, "otpEntered", Map.of());
  }

  void resendRequested(PaymentRow row) {
    tell(row, "resendRequested", Map.of());
  }

  void cancelRequested(PaymentRow row) {
    tell(row, "cancelRequested", Map.of());
  }

  private void tell(PaymentRow row, String message, Map<String, Object> variables) {
    try {
      processes.tell(row.processInstance(), message, variables);
    } catch (NotWaiting theTimerWasFirst) {
      throw Problem.conflict("already-processing").with("payment", row.id().text());
    }
  }
}
