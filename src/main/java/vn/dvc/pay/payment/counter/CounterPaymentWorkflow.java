package vn.dvc.pay.payment.counter;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.values.Problem;

/** Starts counter-payment.bpmn and sends it messages. */
@Component
class CounterPaymentWorkflow {
  private final Processes processes;

  CounterPaymentWorkflow(Processes processes) {
    this.processes = processes;
  }

  void paymentRequested(PaymentEntity payment) {
    var id = payment.id().text();
    payment.runsIn(processes.start("counter-payment", id, Map.of("paymentId", id)));
  }

  /**
   * Wakes the process, which reads our tables; if the payment is paid, it settles in this
   * transaction.
   */
  void moneyChanged(PaymentEntity payment) {
    processes.sendMessage(payment.processInstance(), "collectionNoticed", Map.of());
  }

  void cancelRequested(PaymentEntity payment) {
    try {
      processes.sendMessage(payment.processInstance(), "cancelRequested", Map.of());
    } catch (NotWaiting theTimerWasFirst) {
      throw Problem.conflict("already-processing").with("payment", payment.id().text());
    }
  }

  /** Settles without the payment's own process, which has ended; also in this transaction. */
  void moneyCameLate(PaymentEntity payment) {
    var id = payment.id().text();
    payment.runsIn(processes.start("settle-dossiers", id, Map.of("paymentId", id)));
  }
}
