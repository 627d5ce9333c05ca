package vn.dvc.sandbox.bank.attempts;

import java.util.UUID;
import vn.dvc.sandbox.bank.Operation;
import vn.dvc.sandbox.bank.Reason;
import vn.dvc.sandbox.bank.State;

/**
 * A mandate, a debit, or a reversal.
 *
 * @param operation with which it was opened
 * @param bankRef of a mandate its name; null after a decline
 * @param account null where a reversal gives back to a card
 */
public record AccountAttempt(
    UUID attemptRef,
    Operation operation,
    Long amount,
    State state,
    Reason reason,
    String bankRef,
    String account)
    implements Attempt {

  public boolean isMandate() {
    return operation == Operation.MANDATE;
  }

  public AccountAttempt in(State next) {
    return new AccountAttempt(attemptRef, operation, amount, next, reason, bankRef, account);
  }

  public AccountAttempt declined(Reason why) {
    return new AccountAttempt(attemptRef, operation, amount, State.DECLINED, why, null, account);
  }

  @Override
  public State goal() {
    return switch (operation) {
      case MANDATE -> State.AUTHORISED;
      case DEBIT -> State.DEBITED;
      case REVERSAL -> State.REVERSED;
      default -> throw new IllegalStateException("No account attempt begins with " + operation);
    };
  }
}
