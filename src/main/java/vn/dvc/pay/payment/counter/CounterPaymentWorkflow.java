package vn.dvc.pay.payment.counter;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.values.Problem;

/** What we tell counter-payment.bpmn. */
@Component
class CounterPaymentWorkflow {
  private final Processes processes;

  CounterPaymentWorkflow(Processes processes) {
    this.processes = processes;
  }

  void paymentRequested(PaymentEntity row) {
    var id = row.id().text();
    row.runsIn(processes.start("counter-payment", id, Map.of("paymentId", id)));
  }

  /** The process looks at our tables itself; where it is paid, it settles in this transaction. */
  void moneyChanged(PaymentEntity row) {
    processes.tell(row.processInstance(), "collectionNoticed", Map.of());
  }

  void cancelRequested(PaymentEntity row) {
    try {
      processes.tell(row.processInstance(), "cancelRequested", Map.of());
    } catch (NotWaiting theTimerWasFirst) {
      throw Problem.conflict("already-processing").with("payment", row.id().text());
    }
  }

  /** Its own process has ended, so settling stands alone; also in the same transaction. */
  void moneyCameLate(PaymentEntity row) {
    var id = row.id().text();
    row.runsIn(processes.start("settle-dossiers", id, Map.of("paymentId", id)));
  }
}
