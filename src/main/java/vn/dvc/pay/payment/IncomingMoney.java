package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** All money that banks collected for a payment, whatever became of it. */
public interface IncomingMoney {
  /** Every collection matched to the payment, in order of arrival. */
  List<Collection> of(PaymentId payment);

  /** The payer's payments with collected money that is still under review. */
  List<PaymentId> lookedAt(String payerId);

  /**
   * Whether the payer of a waiting payment may be asked to pay by instruction: not while two
   * persons look at what came in. What is kept leaves the rest to pay; what goes back leaves all of
   * it, and collection-policy.dmn takes it as ever.
   */
  static boolean leavesToPay(List<Collection> received) {
    return received.stream().noneMatch(each -> each.state() == State.LOOKED_AT);
  }

  static String nameOf(String bank, String reference) {
    return bank + ":" + reference;
  }

  /**
   * @param collectedAt when the payer handed over the money, according to the bank
   * @param receivedAt when we received the bank's message
   * @param reference the bank's own reference
   * @param returned the amount going back, or already back, to the payer; null if none
   * @param returnedAt when that amount reached the payer, null until then
   */
  record Collection(
      @Nullable Instant collectedAt,
      @Nullable Instant receivedAt,
      Money amount,
      String bank,
      String reference,
      State state,
      @Nullable Money returned,
      @Nullable Instant returnedAt) {

    /** Unique among all collections. */
    public String name() {
      return nameOf(bank, reference);
    }
  }

  /** What became of a collection. */
  enum State {
    /** Two persons must decide about it. */
    LOOKED_AT,
    /** Kept for the payment, which will be paid when the rest comes in. */
    HELD,
    /** It paid the payment; any excess may be going back. */
    TAKEN,
    /** The whole amount is going back. */
    RETURNING,
    RETURNED
  }
}
