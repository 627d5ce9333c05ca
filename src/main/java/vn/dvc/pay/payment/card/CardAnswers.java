package vn.dvc.pay.payment.card;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.Answered;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.book.StopReason;
import vn.dvc.pay.values.PaymentId;

/**
 * Asks the bank and writes its answers down. Sending holds no transaction; recording runs in the
 * one that also completes the task, and may run again after a crash.
 */
@Component
class CardAnswers {
  private final PaymentBook book;
  private final BankCalls calls;
  private final CardStanding standing;
  private final DatabaseTime time;

  CardAnswers(PaymentBook book, BankCalls calls, CardStanding standing, DatabaseTime time) {
    this.book = book;
    this.calls = calls;
    this.standing = standing;
    this.time = time;
  }

  Answered send(PaymentId id, Operation operation) {
    return calls.send(book.attemptOf(id), operation);
  }

  @Transactional
  CardVerdict recordAuthorisation(PaymentId id, Answered answered) {
    return record(id, answered, this::authorised);
  }

  @Transactional
  CardVerdict recordOtp(PaymentId id, Answered answered) {
    return record(id, answered, this::otpVerified);
  }

  @Transactional
  CardVerdict recordResend(PaymentId id, Answered answered) {
    return record(id, answered, this::resent);
  }

  @Transactional
  CardVerdict recordCapture(PaymentId id, Answered answered) {
    return record(id, answered, this::captured);
  }

  @Transactional
  CardVerdict recordVoid(PaymentId id, Answered answered) {
    return record(id, answered, this::voided);
  }

  /** How one operation reads its answer, the attempt already moved by it. */
  private interface Reading {
    CardVerdict read(PaymentRow row, Attempt attempt, BankAnswer answer, Instant now);
  }

  private CardVerdict record(PaymentId id, Answered answered, Reading reading) {
    var row = book.lock(id);
    var answer = calls.record(answered);
    var attempt = calls.attempt(row.money().attempt());
    if (answer instanceof BankAnswer.Unknown || attempt.state() == Attempt.State.UNKNOWN) {
      return CardVerdict.UNKNOWN;
    }
    var money = row.money();
    if (!money.hasRead(answered.call())) {
      money.read(answered.call(), reading.read(row, attempt, answer, time.now()).name());
    }
    return CardVerdict.valueOf(money.readVerdict());
  }

  private CardVerdict authorised(PaymentRow row, Attempt attempt, BankAnswer answer, Instant now) {
    row.card().last4(attempt.last4());
    if (answer instanceof Approved approved && approved.otp() != null) {
      row.card().otpSent(approved.otp(), now, row.windowEndsAt());
    } else {
      noteDecline(row, answer, now);
    }
    return standing.of(row, attempt.state(), now);
  }

  private CardVerdict otpVerified(PaymentRow row, Attempt attempt, BankAnswer answer, Instant now) {
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

  private CardVerdict resent(PaymentRow row, Attempt attempt, BankAnswer answer, Instant now) {
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

  private CardVerdict captured(PaymentRow row, Attempt attempt, BankAnswer answer, Instant now) {
    if (attempt.state() == Attempt.State.DEBITED) {
      return CardVerdict.CAPTURED;
    }
    row.money().moving(false);
    if (neverHappened(answer)) {
      return CardVerdict.NOT_SENT;
    }
    stopDeclined(row, reasonOf(answer), now);
    return standing.of(row, attempt.state(), now);
  }

  private CardVerdict voided(PaymentRow row, Attempt attempt, BankAnswer answer, Instant now) {
    if (neverHappened(answer)) {
      return CardVerdict.NOT_SENT;
    }
    var stands = standing.of(row, attempt.state(), now);
    // Refused, yet still held: the bank contradicts itself, so it is asked again and at last a
    // person.
    return stands == CardVerdict.STOP_WANTED ? CardVerdict.UNKNOWN : stands;
  }

  /**
   * It surely had no effect: it never left, or came after its validity and was refused for that.
   */
  private static boolean neverHappened(BankAnswer answer) {
    return answer instanceof NotSent
        || answer instanceof Declined declined && declined.reason().equals("request-expired");
  }

  private static void stopDeclined(PaymentRow row, String reason, Instant now) {
    row.money().declined(reason, now);
    row.requestStop(StopReason.DECLINED);
  }

  private static void noteDecline(PaymentRow row, BankAnswer answer, Instant now) {
    if (!(answer instanceof Approved)) {
      row.money().declined(reasonOf(answer), now);
    }
  }

  private static String reasonOf(BankAnswer answer) {
    return answer instanceof Declined declined ? declined.reason() : "bank-unavailable";
  }
}
