package vn.dvc.pay.payment.card;

import static vn.dvc.pay.payment.PaymentStatus.BEING_CHECKED;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentEntity;

/** Derives the state of a payment by card from what is certain about its attempt. */
@Component
class CardStanding {

  /**
   * While an inquiry is under way, the payer waits for nothing: an answer that arrives meanwhile
   * updates the state, but the payment continues only when clarify-outcome.bpmn ends.
   *
   * @param payment the locked payment; starts waiting for the OTP if that is its state
   * @param known the recorded state of the attempt, UNKNOWN if nobody knows
   */
  Verdict of(PaymentEntity payment, Attempt.State known, Instant now) {
    var stands = verdict(payment, known, now);
    if (payment.status() == BEING_CHECKED) {
      return stands;
    }
    if (stands == Verdict.OTP_AWAITED) {
      awaitOtp(payment, now);
    } else if (stands == Verdict.CARD_AWAITED && known == Attempt.State.NOT_EXECUTED) {
      payment.card().entryNotUsed(); // the bank never saw the card
    }
    return stands;
  }

  private static Verdict verdict(PaymentEntity payment, Attempt.State known, Instant now) {
    return switch (known) {
      case PENDING_OTP -> payment.stopIsRequested() ? Verdict.STOP_WANTED : Verdict.OTP_AWAITED;
      case AUTHORISED -> payment.stopIsRequested() ? Verdict.STOP_WANTED : Verdict.AUTHORISED;
      case DEBITED -> Verdict.CAPTURED;
      case NOT_EXECUTED -> notExecuted(payment, now);
      case DECLINED, VOIDED -> declined(payment, now);
      case REVERSED -> Verdict.ENDED;
      case CREATED, UNKNOWN -> Verdict.UNKNOWN;
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

  private static Verdict notExecuted(PaymentEntity payment, Instant now) {
    if (payment.stopIsRequested()) {
      return Verdict.ENDED;
    }
    giveReason(payment, DeclineReason.BANK_UNAVAILABLE, now);
    return Verdict.CARD_AWAITED;
  }

  /** The card was declined, or its hold ended without the payer's request. */
  private static Verdict declined(PaymentEntity payment, Instant now) {
    giveReason(payment, DeclineReason.BANK_DECLINED, now);
    var mayEnterAgain = payment.card().entriesLeft() > 0 && !payment.stopIsRequested();
    return mayEnterAgain && !DeclineReason.OTP_TRIES_USED.is(payment.money().lastDecline())
        ? Verdict.CARD_AWAITED
        : Verdict.ENDED;
  }

  /** Records the bank's reason, which it may omit. */
  private static void giveReason(PaymentEntity payment, DeclineReason otherwise, Instant now) {
    if (payment.money().lastDecline() == null) {
      payment.money().declined(otherwise.code(), now);
    }
  }
}
