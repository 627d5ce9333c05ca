package vn.dvc.sandbox.bank.attempts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.CardOutcome;
import vn.dvc.sandbox.bank.DeclinedBecause;

/**
 * A card payment.
 *
 * @param outcome chosen by the card's number; null if no known card was given
 * @param otp the code being awaited; null before one was sent and after a decline
 */
public record CardAttempt(
    UUID attemptRef,
    String payment,
    @Nullable Long amount,
    AttemptState state,
    @Nullable DeclinedBecause reason,
    @Nullable String bankRef,
    @Nullable String last4,
    @Nullable String cardToken,
    @Nullable CardOutcome outcome,
    @Nullable PendingOtp otp)
    implements SandboxAttempt {

  public CardAttempt in(AttemptState next) {
    return new CardAttempt(
        attemptRef, payment, amount, next, reason, bankRef, last4, cardToken, outcome, otp);
  }

  public CardAttempt with(@Nullable PendingOtp next) {
    return new CardAttempt(
        attemptRef, payment, amount, state, reason, bankRef, last4, cardToken, outcome, next);
  }

  public CardAttempt declined(DeclinedBecause why) {
    return new CardAttempt(
        attemptRef,
        payment,
        amount,
        AttemptState.DECLINED,
        why,
        bankRef,
        last4,
        cardToken,
        outcome,
        null);
  }

  /** Whether money is held for it that was not taken yet. */
  public boolean isHeld() {
    return state == AttemptState.PENDING_OTP || state == AttemptState.AUTHORISED;
  }

  @Override
  public AttemptState goal() {
    return AttemptState.CAPTURED;
  }
}
