package vn.dvc.pay.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Money;

/**
 * A movement of money at a bank, according to our records.
 *
 * @param reference the attempt, or the bank's reference of a collection
 * @param bankReference the bank's own reference, null if it gave none
 * @param payment the payment it belongs to, null if none
 * @param at when the bank was asked for it or collected it, null if it was never asked
 * @param original the movement that a reversal gives back, by its reference; null for others
 */
public record Movement(
    String reference,
    Kind kind,
    Fate fate,
    Money amount,
    @Nullable String bankReference,
    @Nullable String payment,
    @Nullable Instant at,
    @Nullable String original) {

  /** The direction of the movement, and who initiated it. */
  public enum Kind {
    DEBIT,
    REVERSAL,
    COLLECTION;

    /** Whether the money came in. */
    public boolean isCredit() {
      return this != REVERSAL;
    }
  }

  /** Whether the money moved, as far as we know. */
  public enum Fate {
    MOVED,
    /** It is undecided, or the bank's answer is unknown. */
    IN_DOUBT,
    NOT_MOVED
  }
}
