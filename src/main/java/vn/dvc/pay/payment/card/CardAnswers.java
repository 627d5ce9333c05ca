package vn.dvc.pay.payment.card;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.method.MoneyCalls;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.values.PaymentId;

/** What the bank's answers mean for a payment by card. */
@Component
class CardAnswers {
  private final MoneyCalls calls;
  private final CardStanding standing;
  private final HoldCases holds;

  CardAnswers(MoneyCalls calls, CardStanding standing, HoldCases holds) {
    this.calls = calls;
    this.standing = standing;
    this.holds = holds;
  }

  Answered send(PaymentId id, Operation operation) {
    return calls.send(id, operation);
  }

  String recordAuthorisation(PaymentId id, Answered answered) {
    return calls.record(id, answered, this::authorised);
  }

  String recordOtp(PaymentId id, Answered answered) {
    return calls.record(id, answered, this::otpVerified);
  }

  String recordResend(PaymentId id, Answered answered) {
    return calls.record(id, answered, this::resent);
  }

  String recordCapture(PaymentId id, Answered answered) {
    return calls.record(id, answered, this::captured);
  }

  String recordVoid(PaymentId id, Answered answered) {
    return calls.record(id, answered, this::voided);
  }

  private CardVerdict authorised(
      PaymentEntity row, Attempt attempt, BankAnswer answer, Instant now) {
    row.card().last4(attempt.last4());
    if (answer instanceof Approved approved && approved.otp() != null) {
      row.card().otpSent(approved.otp(), now, row.windowEndsAt());
    } else {
      noteDecline(row, answer, now);
    }
    return standing.of(row, attempt.state(), now);
  }

  private CardVerdict otpVerified(
      PaymentEntity row, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() != Attempt.State.DEBITED) {
      row.money().moving(false);
    }
    noteDecline(row, answer, now);
    if (answer instanceof Declined declined && attempt.state() == Attempt.State.PENDING_OTP) {
      if (declined.reason().equals("otp-expired")) {
        row.card().otpExpired(now);
        var stands = standing.of(row, attempt.state(), now);
        return stands == CardVerdict.OTP_AWAITED ? CardVerdict.OTP_EXPIRED : stands;
      }
      if (!declined.reason().equals("request-expired")) {
        row.card().otpWrong(declined.otpTriesLeft().orElse(Integer.MAX_VALUE));
        if (row.card().otpTriesLeft() <= 0) {
          stopDeclined(row, "otp-tries-used", now);
        }
      }
    }
    return standing.of(row, attempt.state(), now);
  }

  private CardVerdict resent(PaymentEntity row, Attempt attempt, BankAnswer answer, Instant now) {
    if (answer instanceof Approved approved && approved.otp() != null) {
      row.card().otpSent(approved.otp(), now, row.windowEndsAt());
    } else if (answer instanceof NotSent) {
      row.card().resendNotUsed();
      noteDecline(row, answer, now);
    } else if (answer instanceof Declined declined) {
      noteDecline(row, answer, now);
      if (declined.reason().equals("no-resends-left")) {
        row.card().noResendsLeft();
      }
    }
    return standing.of(row, attempt.state(), now);
  }

  private CardVerdict captured(PaymentEntity row, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() == Attempt.State.DEBITED) {
      return CardVerdict.CAPTURED;
    }
    row.money().moving(false);
    if (MoneyCalls.neverHappened(answer)) {
      return CardVerdict.NOT_SENT;
    }
    stopDeclined(row, reasonOf(answer), now);
    return standing.of(row, attempt.state(), now);
  }

  private CardVerdict voided(PaymentEntity row, Attempt attempt, BankAnswer answer, Instant now) {
    if (MoneyCalls.neverHappened(answer)) {
      return CardVerdict.NOT_SENT;
    }
    row.moveTo(PaymentStatus.PROCESSING, now);
    var stands = standing.of(row, attempt.state(), now);
    holds.closeCase(attempt.ref(), stands);
    return stands;
  }

  private static void stopDeclined(PaymentEntity row, String reason, Instant now) {
    row.money().declined(reason, now);
    row.requestStop(StopReason.DECLINED);
  }

  private static void noteDecline(PaymentEntity row, BankAnswer answer, Instant now) {
    if (!(answer instanceof Approved)) {
      row.money().declined(reasonOf(answer), now);
    }
  }

  private static String reasonOf(BankAnswer answer) {
    return answer instanceof Declined declined ? declined.reason() : "bank-unavailable";
  }
}
