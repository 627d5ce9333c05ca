package vn.dvc.pay.bank;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/**
 * One try to move money at one bank, for a payment, a reversal or a registration.
 *
 * @param subject the owner: a payment, registration or reversal id
 * @param amount null if no money moves: enquiries and mandates
 * @param bankReference the bank's own reference, null until known
 * @param last4 the card's last four digits, null until known
 */
public record Attempt(
    AttemptRef ref,
    String subject,
    String bank,
    @Nullable Money amount,
    State state,
    @Nullable String bankReference,
    @Nullable String last4,
    String cardToken) {

  /** What we know of the attempt. The legal changes are listed in {@code AttemptTransitions}. */
  public enum State {
    CREATED,
    PENDING_OTP,
    AUTHORISED,
    DEBITED,
    DECLINED,
    VOIDED,
    NOT_EXECUTED,
    UNKNOWN,
    REVERSED;

    /** The bank holds the amount, which has not moved yet. */
    public boolean isHeld() {
      return this == PENDING_OTP || this == AUTHORISED;
    }

    /** It is over, and no money moved. */
    public boolean cameToNothing() {
      return this == DECLINED || this == VOIDED || this == NOT_EXECUTED;
    }
  }
}
