package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Payments.Method;

/** How many payments are under way: for operators and metrics. */
public interface PaymentWatch {

  /** Payments with an outcome that is being inquired about. */
  BeingChecked beingChecked();

  /** Unfinished payments by method and status. */
  List<Open> open();

  /**
   * @param since since when the oldest is being checked, null if there is none
   */
  record BeingChecked(long count, @Nullable Instant since) {}

  /** How many payments of a method have this status. */
  record Open(Method method, PaymentStatus status, long count) {}
}
