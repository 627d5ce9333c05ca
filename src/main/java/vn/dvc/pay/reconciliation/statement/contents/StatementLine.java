package vn.dvc.pay.reconciliation.statement.contents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One movement of a statement, with its position in the file, counted from one. */
public sealed interface StatementLine {

  int number();

  /**
   * @param entryReference the statement's own name of the entry, null if it has none; of a batch
   *     with the position in it
   * @param bankReference the bank's own reference, null if it gave none
   * @param reference the attempt, or the reference of a collection
   * @param credit whether the money came in; otherwise it was returned
   * @param takesBack whether the bank marks it as the reversal of an earlier entry
   */
  record Entry(
      int number,
      @Nullable String entryReference,
      @Nullable String bankReference,
      String reference,
      long amount,
      boolean credit,
      boolean takesBack,
      Instant bookedAt,
      String text)
      implements StatementLine {}

  /**
   * An entry that cannot be read. It does not affect the others.
   *
   * @param why the reason as a code such as amount-not-whole-dong, never the line's content
   */
  record Unreadable(int number, @Nullable String entryReference, String why)
      implements StatementLine {}
}
