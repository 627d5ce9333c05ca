package vn.dvc.pay.reconciliation.matching;

import java.time.Instant;

/**
 * A statement line to be matched.
 *
 * @param reference null if the line cannot be read; amount and moment are then unset as well
 * @param unreadable why it cannot be read, null if it can
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
