package vn.dvc.pay.reconciliation.matching;

import java.time.Instant;

/**
 * A line of a statement that is to be matched.
 *
 * @param reference null where the line cannot be read, and all after it, too
 * @param unreadable why it cannot be read, null where it can
 */
record Line(
    int number,
    String entryRef,
    String bankRef,
    String reference,
    long amount,
    boolean credit,
    Instant bookedAt,
    String unreadable) {

  Line meaning(String fullReference) {
    return new Line(number, entryRef, bankRef, fullReference, amount, credit, bookedAt, unreadable);
  }
}
