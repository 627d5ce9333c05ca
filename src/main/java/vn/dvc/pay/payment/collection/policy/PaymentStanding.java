package vn.dvc.pay.payment.collection.policy;

import java.time.Instant;
import vn.dvc.pay.payment.PaymentStatus;

/** The state of the payment that money came in for. */
public enum PaymentStanding {
  WAITING,
  CANCELLED,
  EXPIRED,
  /** It is paid, or was paid and refunded. */
  SETTLED,
  /** The transfer text names none of our payments. */
  UNKNOWN,
  /** The transfer text names several payments. */
  AMBIGUOUS;

  /**
   * The window ends at its due time, not when its timer fires.
   *
   * @param received when we received the bank's message, in database time
   */
  public static PaymentStanding of(PaymentStatus status, Instant windowEnds, Instant received) {
    return switch (status) {
      case CANCELLED -> CANCELLED;
      case EXPIRED -> EXPIRED;
      case WAITING_FOR_COLLECTION -> received.isBefore(windowEnds) ? WAITING : EXPIRED;
      default -> SETTLED;
    };
  }
}
