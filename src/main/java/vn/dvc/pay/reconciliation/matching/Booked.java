package vn.dvc.pay.reconciliation.matching;

import org.jspecify.annotations.Nullable;

/**
 * A booking stated elsewhere: earlier or later in the same statement, or in another one of the
 * bank.
 *
 * @param account ours on which it was booked, null if the bank does not say
 * @param takesBack whether the bank marks it as the reversal of an earlier booking
 */
record Booked(
    String reference,
    String account,
    boolean credit,
    boolean takesBack,
    long amount,
    @Nullable String entryRef,
    @Nullable String bankRef) {

  /** Whether the bank booked money for us, and not the taking back of a debit. */
  boolean isTaken() {
    return credit && !takesBack;
  }

  /** The same under the reference of our movement that it tells of. */
  Booked meaning(String ourReference) {
    return new Booked(ourReference, account, credit, takesBack, amount, entryRef, bankRef);
  }

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
