package vn.dvc.sandbox.bank.attempts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.DeclinedBecause;
import vn.dvc.sandbox.bank.SandboxOperation;

/**
 * A mandate, a debit, or a reversal.
 *
 * @param operation the operation that opened it
 * @param bankRef for a mandate, the bank's reference; null after a decline
 * @param account null for a reversal to a card
 */
public record AccountAttempt(
    UUID attemptRef,
    SandboxOperation operation,
    @Nullable Long amount,
    AttemptState state,
    @Nullable DeclinedBecause reason,
    @Nullable String bankRef,
    @Nullable String account)
    implements SandboxAttempt {

  public boolean isMandate() {
    return operation == SandboxOperation.MANDATE;
  }

  public AccountAttempt in(AttemptState next) {
    return new AccountAttempt(attemptRef, operation, amount, next, reason, bankRef, account);
  }

  public AccountAttempt declined(DeclinedBecause why) {
    return new AccountAttempt(
        attemptRef, operation, amount, AttemptState.DECLINED, why, null, account);
  }

  @Override
  public AttemptState goal() {
    return switch (operation) {
      case MANDATE -> AttemptState.AUTHORISED;
      case DEBIT -> AttemptState.DEBITED;
      case REVERSAL -> AttemptState.REVERSED;
      default ->
          throw new IllegalStateException("Cannot open an account attempt with " + operation);
    };
  }
}
