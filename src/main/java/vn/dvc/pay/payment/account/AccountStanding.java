package vn.dvc.pay.payment.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;

/** Where a payment by account stands, given what we surely know of its attempt. */
@Component
class AccountStanding {
  /** Pauses between the tries of a debit that surely never happened; after the last it ends. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3));

  /**
   * @param row the locked payment
   * @param known the attempt as recorded; UNKNOWN where nobody knows
   */
  AccountVerdict of(PaymentEntity payment, Attempt.State known, Instant now) {
    return switch (known) {
      case DEBITED -> AccountVerdict.DEBITED;
      case NOT_EXECUTED -> notExecuted(payment, now);
      case DECLINED, VOIDED, REVERSED -> refused(payment, reasonOf(payment), now);
      case UNKNOWN -> AccountVerdict.UNKNOWN;
      case CREATED, PENDING_OTP, AUTHORISED ->
          throw new IllegalStateException("A debit never leaves its attempt " + known);
    };
  }

  /** Nothing was taken, for this reason, and that is the end. */
  AccountVerdict refused(PaymentEntity payment, String reason, Instant now) {
    payment.money().moving(false);
    payment.money().declined(reason, now);
    return AccountVerdict.ENDED;
  }

  /** Whether the payment's window is over, by database time; if so, the payment shall stop. */
  boolean windowIsOver(PaymentEntity payment, Instant now) {
    if (now.isBefore(payment.windowEndsAt())) {
      return false;
    }
    payment.requestStop(StopReason.WINDOW_ENDED);
    return true;
  }

  private AccountVerdict notExecuted(PaymentEntity payment, Instant now) {
    payment.money().moving(false);
    if (windowIsOver(payment, now)) {
      return AccountVerdict.ENDED;
    }
    var tries = payment.account().debitTries();
    if (tries > PAUSES.size()) {
      return refused(payment, "bank-unavailable", now);
    }
    var next = now.plus(PAUSES.get(tries - 1));
    payment
        .account()
        .nextTryAt(next.isBefore(payment.windowEndsAt()) ? next : payment.windowEndsAt());
    return AccountVerdict.NOT_SENT;
  }

  /** What the bank said when it was asked; it need not say why. */
  private static String reasonOf(PaymentEntity payment) {
    var told = payment.money().lastDecline();
    return told == null ? "bank-declined" : told;
  }
}
