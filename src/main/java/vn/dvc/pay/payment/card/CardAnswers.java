package vn.dvc.pay.payment.card;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.card.CardPaymentSteps.Verdict;
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

  Verdict authorised(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    payment.card().last4(attempt.last4());
    if (answer instanceof Approved approved && approved.otp() != null) {
      payment.card().otpSent(approved.otp(), now, payment.windowEndsAt());
    } else {
      noteDecline(payment, answer, now);
    }
    return standing.of(payment, attempt.state(), now);
  }

  Verdict otpVerified(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() != Attempt.State.DEBITED) {
      payment.money().moving(false);
    }
    noteDecline(payment, answer, now);
    if (answer instanceof Declined declined && attempt.state() == Attempt.State.PENDING_OTP) {
      if (declined.isFor(DeclineReason.OTP_EXPIRED)) {
        payment.card().otpExpired(now);
        var stands = standing.of(payment, attempt.state(), now);
        return stands == Verdict.OTP_AWAITED ? Verdict.OTP_EXPIRED : stands;
      }
      if (!declined.cameTooLate()) {
        payment.card().otpWrong(declined.otpTriesLeft().orElse(Integer.MAX_VALUE));
        if (payment.card().otpTriesLeft() <= 0) {
          stopDeclined(payment, DeclineReason.OTP_TRIES_USED.code(), now);
        }
      }
    }
    return standing.of(payment, attempt.state(), now);
  }

  Verdict resent(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (answer instanceof Approved approved && approved.otp() != null) {
      payment.card().otpSent(approved.otp(), now, payment.windowEndsAt());
    } else if (answer instanceof NotSent) {
      payment.card().resendNotUsed();
      noteDecline(payment, answer, now);
    } else if (answer instanceof Declined declined) {
      noteDecline(payment, answer, now);
      if (declined.isFor(DeclineReason.NO_RESENDS_LEFT)) {
        payment.card().noResendsLeft();
      }
    }
    return standing.of(payment, attempt.state(), now);
  }

  Verdict captured(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() == Attempt.State.DEBITED) {
      return Verdict.CAPTURED;
    }
    payment.money().moving(false);
    if (MoneyCalls.neverHappened(answer)) {
      return Verdict.NOT_SENT;
    }
    stopDeclined(payment, reasonOf(answer), now);
    return standing.of(payment, attempt.state(), now);
  }

  Verdict voided(PaymentEntity payment, Attempt attempt, BankAnswer answer, Instant now) {
    if (MoneyCalls.neverHappened(answer)) {
      return Verdict.NOT_SENT;
    }
    payment.moveTo(PaymentStatus.PROCESSING, now);
    var stands = standing.of(payment, attempt.state(), now);
    holdCases.closeCase(attempt.ref(), stands);
    return stands;
  }

  /** What clarify-outcome.bpmn found. */
  Verdict found(PaymentEntity payment, Attempt attempt, Instant now) {
    payment.card().last4(attempt.last4());
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
    return answer instanceof Declined declined
        ? declined.reason()
        : DeclineReason.BANK_UNAVAILABLE.code();
  }
}
