package vn.dvc.pay.payment.event;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts payments that ended, by method, status and reason; only once that is committed. */
@Component
class FinishedPayments {
  private final MeterRegistry meters;

  FinishedPayments(MeterRegistry meters) {
    this.meters = meters;
  }

  @TransactionalEventListener
  void count(Finished payment) {
    meters
        .counter(
            "dvc.payments.finished",
            "method",
            payment.method(),
            "status",
            payment.status(),
            "reason",
            payment.reason() == null ? "none" : payment.reason())
        .increment();
  }

  /** A payment ended. */
  record Finished(String method, String status, @Nullable String reason) {}
}
