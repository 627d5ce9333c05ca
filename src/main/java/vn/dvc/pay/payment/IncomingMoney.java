package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.List;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** What banks collected for a payment, whatever became of it; for whoever shows the payment. */
public interface IncomingMoney {
  /** Every collection that was matched to the payment, in the order in which they came in. */
  List<Collection> of(PaymentId payment);

  /** The payer's payments that two persons still look at money for. */
  List<PaymentId> lookedAt(String payerId);

  /**
   * Whether somebody may be asked to pay by an instruction after this came in: only where nothing
   * did, or where it is kept and the rest is asked for.
   */
  static boolean leavesToPay(List<Collection> received) {
    return received.isEmpty()
        || received.stream().noneMatch(each -> each.state() == State.LOOKED_AT)
            && received.stream().anyMatch(each -> each.state() == State.HELD);
  }

  /**
   * @param collectedAt when the payer handed the money over, by the bank's word
   * @param receivedAt when the bank told us
   * @param reference the bank's own name of it
   * @param returned what goes back or went back of it, null where nothing does
   * @param returnedAt since when that is back with the payer, null before
   */
  record Collection(
      Instant collectedAt,
      Instant receivedAt,
      Money amount,
      String bank,
      String reference,
      State state,
      Money returned,
      Instant returnedAt) {}

  /** What became of a collection. */
  enum State {
    /** Two persons have to decide it. */
    LOOKED_AT,
    /** Kept for the payment, which is paid once the rest comes in. */
    HELD,
    /** It paid the payment; what of it was more than owed may be going back. */
    TAKEN,
    /** All of it is going back. */
    RETURNING,
    RETURNED
  }
}
