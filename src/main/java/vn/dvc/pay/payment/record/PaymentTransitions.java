package vn.dvc.pay.payment.record;

import static vn.dvc.pay.payment.PaymentStatus.BEING_CHECKED;
import static vn.dvc.pay.payment.PaymentStatus.CANCELLED;
import static vn.dvc.pay.payment.PaymentStatus.CREATED;
import static vn.dvc.pay.payment.PaymentStatus.DECLINED;
import static vn.dvc.pay.payment.PaymentStatus.EXPIRED;
import static vn.dvc.pay.payment.PaymentStatus.PAID;
import static vn.dvc.pay.payment.PaymentStatus.PARTLY_REVERSED;
import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.REVERSED;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_APPROVAL;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_COLLECTION;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.payment.PaymentStatus;

/** All legal transitions of a payment's status, in one table. */
public final class PaymentTransitions {
  private static final Map<PaymentStatus, Set<PaymentStatus>> LEGAL =
      Map.ofEntries(
          to(CREATED, WAITING_FOR_APPROVAL, WAITING_FOR_CARD, WAITING_FOR_COLLECTION, PROCESSING),
          to(WAITING_FOR_APPROVAL, PROCESSING, CANCELLED, EXPIRED),
          to(WAITING_FOR_CARD, PROCESSING, DECLINED, CANCELLED, EXPIRED),
          to(WAITING_FOR_OTP, PROCESSING),
          to(
              PROCESSING,
              WAITING_FOR_CARD,
              WAITING_FOR_OTP,
              BEING_CHECKED,
              PAID,
              DECLINED,
              CANCELLED,
              EXPIRED),
          to(BEING_CHECKED, WAITING_FOR_CARD, WAITING_FOR_OTP, PROCESSING),
          to(WAITING_FOR_COLLECTION, PROCESSING, PAID, CANCELLED, EXPIRED),
          to(PAID, PARTLY_REVERSED, REVERSED),
          to(PARTLY_REVERSED, REVERSED),
          to(DECLINED),
          to(CANCELLED),
          to(EXPIRED),
          to(REVERSED));

  private PaymentTransitions() {}

  public static boolean isLegal(PaymentStatus from, PaymentStatus to) {
    return LEGAL.get(from).contains(to);
  }

  /** Whether two persons may still accept late money for a payment with this status. */
  static boolean mayBeReopened(PaymentStatus ended) {
    return ended == CANCELLED || ended == EXPIRED;
  }

  private static Map.Entry<PaymentStatus, Set<PaymentStatus>> to(
      PaymentStatus from, PaymentStatus... to) {
    var targets = EnumSet.noneOf(PaymentStatus.class);
    targets.addAll(Set.of(to));
    return Map.entry(from, targets);
  }
}
