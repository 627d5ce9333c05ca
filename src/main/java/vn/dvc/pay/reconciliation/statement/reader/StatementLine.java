package vn.dvc.pay.reconciliation.statement.reader;

import java.time.Instant;

/** One entry of a statement, with its position in the file, counted from one. */
public sealed interface StatementLine {

  int number();

  /**
   * @param bankReference the bank's own reference, null if it gave none
   * @param reference the attempt, or the reference of a collection
   * @param credit whether the money came in; otherwise it was returned
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
   * An entry that cannot be read. It does not affect the others.
   *
   * @param why the schema's error code, never the line's content
   */
  record Unreadable(int number, String entryReference, String why) implements StatementLine {}
}
