package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** What banks debited although its payment had ended without it. It always goes back. */
public interface LateDebits {

  /** Those of this payment, in the order in which their banks reported them. */
  List<LateDebit> of(PaymentId payment);

  /** The same, without looking while the payment runs. */
  default List<LateDebit> of(Payment payment) {
    return payment.status().isFinished() ? of(payment.id()) : List.of();
  }

  /**
   * A late debit that is going back, or is back.
   *
   * @param reference ours, as the bank's statement shows it
   * @param amount the whole of it, also where a part had gone back before
   * @param reportedAt when the bank let us know of it; when it debited is not known
   * @param returnedAt when it was back; null until then
   */
  record LateDebit(
      String bank,
      String reference,
      Money amount,
      Instant reportedAt,
      @Nullable Instant returnedAt) {

    /** As {@link IncomingMoney#nameOf}. */
    public String name() {
      return IncomingMoney.nameOf(bank, reference);
    }
  }
}
