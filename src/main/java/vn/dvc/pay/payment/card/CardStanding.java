package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.payment.book.PaymentRow;

/** Where a payment by card stands, given what we surely know of its attempt. */
@Component
class CardStanding {

  /**
   * @param row the locked payment; starts to wait for the OTP where that is where it stands
   * @param known the attempt as recorded; UNKNOWN where nobody knows
   */
  CardVerdict of(PaymentRow row, Attempt.State known, Instant now) {
    return switch (known) {
      case PENDING_OTP -> row.stopIsRequested() ? CardVerdict.STOP_WANTED : awaitOtp(row, now);
      case AUTHORISED -> row.stopIsRequested() ? CardVerdict.STOP_WANTED : CardVerdict.AUTHORISED;
      case DEBITED -> CardVerdict.CAPTURED;
      case NOT_EXECUTED -> notExecuted(row);
      case DECLINED -> declined(row);
      case VOIDED, REVERSED -> CardVerdict.ENDED;
      case CREATED, UNKNOWN -> CardVerdict.UNKNOWN;
    };
  }

  private CardVerdict awaitOtp(PaymentRow row, Instant now) {
    row.card().challenge(Challenges.fresh());
    row.money().moving(false);
    if (row.card().otpExpiresAt() == null) { // the bank did not say what it sent
      row.card().otpExpired(now);
    }
    row.moveTo(WAITING_FOR_OTP, now);
    return CardVerdict.OTP_AWAITED;
  }

  /** The bank never saw the card: the entry does not count. */
  private CardVerdict notExecuted(PaymentRow row) {
    if (row.stopIsRequested()) {
      return CardVerdict.ENDED;
    }
    row.card().entryNotUsed();
    return CardVerdict.CARD_AWAITED;
  }

  private CardVerdict declined(PaymentRow row) {
    var mayEnterAgain = row.card().entriesLeft() > 0 && !row.stopIsRequested();
    return mayEnterAgain && !"otp-tries-used".equals(row.money().lastDecline())
        ? CardVerdict.CARD_AWAITED
        : CardVerdict.ENDED;
  }
}
