package vn.dvc.pay.bank;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/**
 * One try to move money at one bank, for a payment, a reversal or a registration.
 *
 * @param subject whom it is made for
 * @param amount null if no money moves: enquiries and mandates
 * @param bankReference the bank's own reference, null until known
 * @param last4 the card's last four digits, null until known
 */
public record Attempt(
    AttemptRef ref,
    Subject subject,
    String bank,
    @Nullable Money amount,
    State state,
    @Nullable String bankReference,
    @Nullable String last4,
    @Nullable String cardToken) {

  /**
   * Whom an attempt is made for. Stored as that one's id, whose first letter says what it is; only
   * {@link #parse} reads that letter.
   */
  public sealed interface Subject {
    String id();

    static Subject of(PaymentId payment) {
      return new OfPayment(payment);
    }

    static Subject of(RegistrationId registration) {
      return new OfRegistration(registration);
    }

    static Subject ofReversal(String reversal) {
      return new OfReversal(reversal);
    }

    static Subject parse(String id) {
      return switch (id.charAt(0)) {
        case 'P' -> of(PaymentId.of(id));
        case 'R' -> of(RegistrationId.of(id));
        case 'V' -> ofReversal(id);
        default -> throw new IllegalArgumentException("No attempt is made for " + id);
      };
    }

    record OfPayment(PaymentId payment) implements Subject {
      @Override
      public String id() {
        return payment.text();
      }
    }

    record OfRegistration(RegistrationId registration) implements Subject {
      @Override
      public String id() {
        return registration.text();
      }
    }

    record OfReversal(String id) implements Subject {}
  }

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
