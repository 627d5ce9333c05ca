package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Money;

/**
 * Our records of money moved at the banks; the reconciliation compares them with the statements.
 */
public interface Movements {

  /**
   * Looks up movements by references that a bank may have truncated; the result is keyed by the
   * reference as given. Unknown and ambiguous references are left out.
   */
  Map<String, Movement> named(String bank, Collection<String> references);

  /**
   * Our reversals of this money, whatever became of them.
   *
   * @param originals references as {@link #named} gives them
   */
  List<Movement> reversalsOf(String bank, Collection<String> originals);

  /** The movements we recorded at the bank in this period, oldest first. */
  List<Movement> moved(String bank, Instant from, Instant before);

  /**
   * Reports a statement line about an attempt in doubt: the line is added to its case, and an
   * inquiry is sent at once. A no-op if the attempt is not in doubt. Runs in the caller's
   * transaction.
   *
   * @param line what the statement says, as readable text
   */
  void noteStatementLine(String reference, String line);

  /**
   * Accepts a collection that appears only in the bank's signed statement, after two persons
   * decided so and in their transaction. It is treated exactly as its notice would have been. If
   * that notice has arrived, or arrives later, it has no second effect.
   */
  void takeIn(StatedCollection collection);

  /** Whether the payment has ended, so that anything else the bank took for it may go back. */
  boolean isFinished(String payment);

  /**
   * Returns money that the bank took for an attempt without being entitled to it, after two persons
   * decided so and in their transaction.
   *
   * @param reference the attempt that took it, whatever our records say
   * @param booking null for the attempt's own debit, otherwise the identifier of a further booking
   * @param payment the payment it was requested for
   * @param amount the amount taken according to the statement
   * @return the reversal's id
   * @throws vn.dvc.pay.values.Problem money-given-back (409) if it is already back or going back
   */
  String giveBack(
      String bank,
      String reference,
      @Nullable String booking,
      String payment,
      Money amount,
      String reason);
}
