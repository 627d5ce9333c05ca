package vn.dvc.pay.payment;

import java.time.Instant;
import vn.dvc.pay.values.Money;

/**
 * Money that moved at a bank, or did not, as we believe.
 *
 * @param reference the attempt, or the bank's reference of a collection
 * @param bankReference the bank's own reference, null where it gave none
 * @param payment the payment that it is for, null where it is for none
 * @param at when the bank was asked to move it, or collected it; null where it never was asked
 */
public record Movement(
    String reference,
    Kind kind,
    Fate fate,
    Money amount,
    String bankReference,
    String payment,
    Instant at) {

  /** Which way the money went, and who began it. */
  public enum Kind {
    DEBIT,
    REVERSAL,
    COLLECTION;

    /** Whether the money came to us. */
    public boolean isCredit() {
      return this != REVERSAL;
    }
  }

  /** Whether it moved, as far as we know. */
  public enum Fate {
    MOVED,
    /** It is not decided yet, or the bank's answer is unknown. */
    IN_DOUBT,
    NOT_MOVED
  }
}
