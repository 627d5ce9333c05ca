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
  CardVerdict of(PaymentEntity row, Attempt.State known, Instant now) {
    var stands = verdict(row, known, now);
    if (row.status() == BEING_CHECKED) {
      return stands;
    }
    if (stands == CardVerdict.OTP_AWAITED) {
      awaitOtp(row, now);
    } else if (stands == CardVerdict.CARD_AWAITED && known == Attempt.State.NOT_EXECUTED) {
      row.card().entryNotUsed(); // the bank never saw the card
    }
    return stands;
  }

  private static CardVerdict verdict(PaymentEntity row, Attempt.State known, Instant now) {
    return switch (known) {
      case PENDING_OTP -> row.stopIsRequested() ? CardVerdict.STOP_WANTED : CardVerdict.OTP_AWAITED;
      case AUTHORISED -> row.stopIsRequested() ? CardVerdict.STOP_WANTED : CardVerdict.AUTHORISED;
      case DEBITED -> CardVerdict.CAPTURED;
      case NOT_EXECUTED -> notExecuted(row, now);
      case DECLINED, VOIDED -> declined(row, now);
      case REVERSED -> CardVerdict.ENDED;
      case CREATED, UNKNOWN -> CardVerdict.UNKNOWN;
    };
  }

  private static void awaitOtp(PaymentEntity row, Instant now) {
    row.card().challenge(Challenges.fresh());
    row.money().moving(false);
    if (row.card().otpExpiresAt() == null) { // the bank did not say what it sent
      row.card().otpExpired(now);
    }
    row.moveTo(WAITING_FOR_OTP, now);
  }

  private static CardVerdict notExecuted(PaymentEntity row, Instant now) {
    if (row.stopIsRequested()) {
      return CardVerdict.ENDED;
    }
    giveReason(row, "bank-unavailable", now);
    return CardVerdict.CARD_AWAITED;
  }

  /** The card was refused, or what it held is held no more, without the payer's wish. */
  private static CardVerdict declined(PaymentEntity row, Instant now) {
    giveReason(row, "bank-declined", now);
    var mayEnterAgain = row.card().entriesLeft() > 0 && !row.stopIsRequested();
    return mayEnterAgain && !"otp-tries-used".equals(row.money().lastDecline())
        ? CardVerdict.CARD_AWAITED
        : CardVerdict.ENDED;
  }

  /** The bank need not say why. */
  private static void giveReason(PaymentEntity row, String otherwise, Instant now) {
    if (row.money().lastDecline() == null) {
      row.money().declined(otherwise, now);
    }
  }
}
