package vn.dvc.pay.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** A payment that is only in memory, for tests of rules. */
public final class SamplePayment {
  public static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  public static final Instant WINDOW_ENDS = NOW.plus(Duration.ofMinutes(15));
  public static final AttemptRef ATTEMPT = new AttemptRef(UUID.randomUUID());

  private SamplePayment() {}

  public static PaymentEntity of(Method method, long amount) {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
    var line =
        new PaymentLine(
            "000.00.00.H47-261128-0001", "LP01", amount, "970415", "113366660001", "Sở Tư pháp");
    return new PaymentEntity(
        PaymentId.fresh(), payer, method, List.of(line), "policy:1", NOW, WINDOW_ENDS, null);
  }

  /** A payment that has reached this status by the shortest legal way. */
  public static PaymentEntity in(PaymentStatus status, Method method, long amount) {
    var payment = of(method, amount);
    var first =
        method == Method.COUNTER ? PaymentStatus.WAITING_FOR_COLLECTION : PaymentStatus.PROCESSING;
    payment.moveTo(first, NOW);
    payment.moveTo(status, NOW);
    return payment;
  }
}
