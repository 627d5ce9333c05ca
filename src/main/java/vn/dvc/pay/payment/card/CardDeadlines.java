package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;

/** How long a payment by card waits for its payer: for the card, for the OTP, and in all. */
@Component
class CardDeadlines {
  private final PaymentRepository payments;
  private final DatabaseTime time;

  CardDeadlines(PaymentRepository payments, DatabaseTime time) {
    this.payments = payments;
    this.time = time;
  }

  /** Opens card entry with a new challenge. */
  @Transactional
  void openCardEntry(PaymentId id) {
    var payment = payments.lock(id);
    payment.card().challenge(Challenges.fresh());
    payment.money().moving(false); // the earlier attempt has certainly ended
    payment.moveTo(WAITING_FOR_CARD, time.now());
  }

  Instant windowEnds(PaymentId id) {
    return payments.require(id).windowEndsAt();
  }

  Instant otpExpires(PaymentId id) {
    return payments.require(id).card().otpExpiresAt();
  }

  /** Expires the OTP, by database time, because the engine's timer may fire early. */
  @Transactional
  Verdict endOtpValidity(PaymentId id) {
    var payment = payments.lock(id);
    var expired = !time.now().isBefore(payment.card().otpExpiresAt());
    return expired ? Verdict.OTP_EXPIRED : Verdict.OTP_AWAITED;
  }

  /** Stops the payment if its window has ended, by database time. */
  @Transactional
  Verdict endWindow(PaymentId id) {
    var payment = payments.lock(id);
    var now = time.now();
    var waitsForCard = payment.status() == WAITING_FOR_CARD;
    if (now.isBefore(payment.windowEndsAt())) {
      return waitsForCard ? Verdict.CARD_AWAITED : Verdict.OTP_AWAITED;
    }
    payment.requestStop(StopReason.WINDOW_ENDED);
    payment.moveTo(PROCESSING, now);
    return waitsForCard ? Verdict.ENDED : Verdict.STOP_WANTED;
  }
}
