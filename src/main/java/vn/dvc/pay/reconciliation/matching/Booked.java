package vn.dvc.pay.reconciliation.matching;

import org.jspecify.annotations.Nullable;

/**
 * A booking stated elsewhere: earlier or later in the same statement, or in another one of the
 * bank.
 *
 * @param takesBack whether the bank marks it as the reversal of an earlier booking
 */
record Booked(
    String reference,
    boolean credit,
    boolean takesBack,
    long amount,
    @Nullable String entryRef,
    @Nullable String bankRef) {

  /**
   * Whether these are two bookings, not one that is stated twice. An entry has its name in the
   * statement; where it has none, the bank's own reference has to do.
   */
  boolean isAnotherThan(Booked first) {
    if (entryRef != null && first.entryRef != null) {
      return !entryRef.equals(first.entryRef);
    }
    return bankRef != null && first.bankRef != null && !bankRef.equals(first.bankRef);
  }
}
