package vn.dvc.pay.payment.method;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.values.Problem;

/**
 * Starts a payment's process and sends it messages, for every payment method and in the caller's
 * transaction.
 */
@Component
public class PaymentProcess {
  private final Processes processes;

  PaymentProcess(Processes processes) {
    this.processes = processes;
  }

  /** Starts the process of a new payment. */
  public void start(PaymentEntity payment, String model, Map<String, Object> variables) {
    payment.runsIn(processes.start(model, payment.id().text(), variables));
  }

  /**
   * @throws Problem already-processing (409) if it no longer waits for this message
   */
  public void sendMessage(PaymentEntity payment, String message, Map<String, Object> variables) {
    try {
      processes.sendMessage(payment.processInstance(), message, variables);
    } catch (NotWaiting theTimerWasFirst) {
      throw Problem.conflict("already-processing").with("payment", payment.id().text());
    }
  }
}
