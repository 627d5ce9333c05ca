package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.BEING_CHECKED;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Where a payment by card stands, given what we surely know of its attempt. */
@Component
class CardStanding {

  /**
   * While the bank is still being asked, the payer waits for nothing: an answer that comes
   * meanwhile says where the payment stands, but only clarify-outcome.bpmn's end lets it go on from
   * there.
   *
   * @param row the locked payment; starts to wait for the OTP where that is where it stands
   * @param known the attempt as recorded; UNKNOWN where nobody knows
   */
  CardVerdict of(PaymentEntity payment, Attempt.State known, Instant now) {
    var stands = verdict(payment, known, now);
    if (payment.status() == BEING_CHECKED) {
      return stands;
    }
    if (stands == CardVerdict.OTP_AWAITED) {
      awaitOtp(payment, now);
    } else if (stands == CardVerdict.CARD_AWAITED && known == Attempt.State.NOT_EXECUTED) {
      payment.card().entryNotUsed(); // the bank never saw the card
    }
    return stands;
  }

  private static CardVerdict verdict(PaymentEntity payment, Attempt.State known, Instant now) {
    return switch (known) {
      case PENDING_OTP ->
          payment.stopIsRequested() ? CardVerdict.STOP_WANTED : CardVerdict.OTP_AWAITED;
      case AUTHORISED ->
          payment.stopIsRequested() ? CardVerdict.STOP_WANTED : CardVerdict.AUTHORISED;
      case DEBITED -> CardVerdict.CAPTURED;
      case NOT_EXECUTED -> notExecuted(payment, now);
      case DECLINED, VOIDED -> declined(payment, now);
      case REVERSED -> CardVerdict.ENDED;
      case CREATED, UNKNOWN -> CardVerdict.UNKNOWN;
    };
  }

  private static void awaitOtp(PaymentEntity payment, Instant now) {
    payment.card().challenge(Challenges.fresh());
    payment.money().moving(false);
    if (payment.card().otpExpiresAt() == null) { // the bank did not say what it sent
      payment.card().otpExpired(now);
    }
    payment.moveTo(WAITING_FOR_OTP, now);
  }

  private static CardVerdict notExecuted(PaymentEntity payment, Instant now) {
    if (payment.stopIsRequested()) {
      return CardVerdict.ENDED;
    }
    giveReason(payment, "bank-unavailable", now);
    return CardVerdict.CARD_AWAITED;
  }

  /** The card was refused, or what it held is held no more, without the payer's wish. */
  private static CardVerdict declined(PaymentEntity payment, Instant now) {
    giveReason(payment, "bank-declined", now);
    var mayEnterAgain = payment.card().entriesLeft() > 0 && !payment.stopIsRequested();
    return mayEnterAgain && !"otp-tries-used".equals(payment.money().lastDecline())
        ? CardVerdict.CARD_AWAITED
        : CardVerdict.ENDED;
  }

  /** The bank need not say why. */
  private static void giveReason(PaymentEntity payment, String otherwise, Instant now) {
    if (payment.money().lastDecline() == null) {
      payment.money().declined(otherwise, now);
    }
  }
}
