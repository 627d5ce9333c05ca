package vn.dvc.pay.payment.collection.policy;

import java.time.Instant;
import vn.dvc.pay.payment.PaymentStatus;

/** How the payment that money came in for stands. */
public enum PaymentStanding {
  WAITING,
  CANCELLED,
  EXPIRED,
  /** It is paid, or was. */
  SETTLED,
  /** The text names no payment of ours. */
  UNKNOWN,
  /** The text names several. */
  AMBIGUOUS;

  /**
   * A window ends when it ends, not when its timer is served.
   *
   * @param received when the bank told us, in database time
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
