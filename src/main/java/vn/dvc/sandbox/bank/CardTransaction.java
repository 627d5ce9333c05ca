package vn.dvc.sandbox.bank;

import java.util.UUID;

/**
 * An attempt as the bank sees it after its last call. Each journal line holds it whole.
 *
 * @param outcome what the card's number decided, null where no known card was given
 * @param otp the code in question, null before one was sent and after a decline
 */
record CardTransaction(
    UUID attemptRef,
    String payment,
    long amount,
    State state,
    Reason reason,
    String bankRef,
    String last4,
    String cardToken,
    Outcome outcome,
    PendingOtp otp) {

  CardTransaction in(State next) {
    return new CardTransaction(
        attemptRef, payment, amount, next, reason, bankRef, last4, cardToken, outcome, otp);
  }

  CardTransaction with(PendingOtp next) {
    return new CardTransaction(
        attemptRef, payment, amount, state, reason, bankRef, last4, cardToken, outcome, next);
  }

  CardTransaction declined(Reason why) {
    return new CardTransaction(
        attemptRef, payment, amount, State.DECLINED, why, bankRef, last4, cardToken, outcome, null);
  }
}
