package vn.dvc.pay.payment.card;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;

/**
 * What each answer of the bank means for a payment by card; {@link MoneyCalls} records it first.
 */
@Component
class CardAnswers {
  private final CardStanding standing;
  private final HoldCases holdCases;

  CardAnswers(CardStanding standing, HoldCases holdCases) {
    this.standing = standing;
    this.holdCases = holdCases;
  }

  CardVerdict authorised(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    payment.card().last4(attempt.last4());
    if (answer instanceof Approved approved && approved.otp() != null) {
      payment.card().otpSent(approved.otp(), now, payment.windowEndsAt());
    } else {
      noteDecline(payment, answer, now);
    }
    return standing.of(payment, attempt.state(), now);
  }

  CardVerdict otpVerified(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() != Attempt.State.DEBITED) {
      payment.money().moving(false);
    }
    noteDecline(payment, answer, now);
    if (answer instanceof Declined declined && attempt.state() == Attempt.State.PENDING_OTP) {
      if (declined.reason().equals("otp-expired")) {
        payment.card().otpExpired(now);
        var stands = standing.of(payment, attempt.state(), now);
        return stands == CardVerdict.OTP_AWAITED ? CardVerdict.OTP_EXPIRED : stands;
      }
      if (!declined.cameTooLate()) {
        payment.card().otpWrong(declined.otpTriesLeft().orElse(Integer.MAX_VALUE));
        if (payment.card().otpTriesLeft() <= 0) {
          stopDeclined(payment, "otp-tries-used", now);
        }
      }
    }
    return standing.of(payment, attempt.state(), now);
  }

  CardVerdict resent(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (answer instanceof Approved approved && approved.otp() != null) {
      payment.card().otpSent(approved.otp(), now, payment.windowEndsAt());
    } else if (answer instanceof NotSent) {
      payment.card().resendNotUsed();
      noteDecline(payment, answer, now);
    } else if (answer instanceof Declined declined) {
      noteDecline(payment, answer, now);
      if (declined.reason().equals("no-resends-left")) {
        payment.card().noResendsLeft();
      }
    }
    return standing.of(payment, attempt.state(), now);
  }

  CardVerdict captured(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() == Attempt.State.DEBITED) {
      return CardVerdict.CAPTURED;
    }
    payment.money().moving(false);
    if (MoneyCalls.neverHappened(answer)) {
      return CardVerdict.NOT_SENT;
    }
    stopDeclined(payment, reasonOf(answer), now);
    return standing.of(payment, attempt.state(), now);
  }

  CardVerdict voided(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (MoneyCalls.neverHappened(answer)) {
      return CardVerdict.NOT_SENT;
    }
    payment.moveTo(PaymentStatus.PROCESSING, now);
    var stands = standing.of(payment, attempt.state(), now);
    holdCases.closeCase(attempt.ref(), stands);
    return stands;
  }

  private static void stopDeclined(PaymentEntity payment, String reason, Instant now) {
    payment.money().declined(reason, now);
    payment.requestStop(StopReason.DECLINED);
  }

  private static void noteDecline(PaymentEntity payment, BankAnswer answer, Instant now) {
    if (!(answer instanceof Approved)) {
      payment.money().declined(reasonOf(answer), now);
    }
  }

  private static String reasonOf(BankAnswer answer) {
    return answer instanceof Declined declined ? declined.reason() : "bank-unavailable";
  }
}
