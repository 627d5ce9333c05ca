package vn.dvc.pay.reconciliation.statement.reader;

import java.time.Instant;

/** One entry of a statement, in its place in the file, counted from one. */
public sealed interface StatementLine {

  int number();

  /**
   * @param bankReference the bank's own reference, null where it gave none
   * @param reference the attempt, or the reference of a collection
   * @param credit whether the money came to us; else it was given back
   */
  record Entry(
      int number,
      String entryReference,
      String bankReference,
      String reference,
      long amount,
      boolean credit,
      Instant bookedAt,
      String text)
      implements StatementLine {}

  /**
   * An entry that cannot be read. It stops nobody else's.
   *
   * @param why the schema's complaint; never the line's content
   */
  record Unreadable(int number, String entryReference, String why) implements StatementLine {}
}
