package vn.dvc.pay.payment.account;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.DeclineReason;
import vn.dvc.pay.payment.account.AccountPaymentSteps.Verdict;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.PayerRetries;

/** Derives the state of a payment by account from what is certain about its attempt. */
@Component
class AccountStanding {
  private final PayerRetries retries;

  AccountStanding(PayerRetries retries) {
    this.retries = retries;
  }

  /**
   * @param payment the locked payment
   * @param known the recorded state of the attempt, UNKNOWN if nobody knows
   */
  Verdict of(PaymentEntity payment, Attempt.State known, Instant now) {
    return switch (known) {
      case DEBITED -> Verdict.DEBITED;
      case NOT_EXECUTED -> notExecuted(payment, now);
      case DECLINED, VOIDED, REVERSED -> refused(payment, reasonOf(payment), now);
      case UNKNOWN -> Verdict.UNKNOWN;
      case CREATED, PENDING_OTP, AUTHORISED ->
          throw new IllegalStateException("Illegal attempt state after a debit: " + known);
    };
  }

  /** Ends the payment for this reason; no money was taken. */
  Verdict refused(PaymentEntity payment, String reason, Instant now) {
    payment.money().moving(false);
    payment.money().declined(reason, now);
    return Verdict.ENDED;
  }

  /**
   * Whether the payment window has ended, by database time. If so, requests that the payment stop.
   */
  boolean windowIsOver(PaymentEntity payment, Instant now) {
    if (now.isBefore(payment.windowEndsAt())) {
      return false;
    }
    payment.requestStop(StopReason.WINDOW_ENDED);
    return true;
  }

  private Verdict notExecuted(PaymentEntity payment, Instant now) {
    payment.money().moving(false);
    if (windowIsOver(payment, now)) {
      return Verdict.ENDED;
    }
    var tries = payment.account().debitTries();
    var pauses = retries.debits();
    if (tries > pauses.size()) {
      return refused(payment, DeclineReason.BANK_UNAVAILABLE.code(), now);
    }
    var next = now.plus(pauses.get(tries - 1));
    payment
        .account()
        .nextTryAt(next.isBefore(payment.windowEndsAt()) ? next : payment.windowEndsAt());
    return Verdict.NOT_SENT;
  }

  /** The bank's reason for its decline, which it may omit. */
  private static String reasonOf(PaymentEntity payment) {
    var reason = payment.money().lastDecline();
    return reason == null ? DeclineReason.BANK_DECLINED.code() : reason;
  }
}
