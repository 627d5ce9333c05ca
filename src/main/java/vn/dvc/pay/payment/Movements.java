package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.dvc.pay.values.Money;

/** What we believe moved at the banks; the reconciliation holds it against their statements. */
public interface Movements {

  /**
   * What we know of these references, by the reference as it was given; the movement bears its full
   * name. Those that we do not know, or that may mean two movements, are not in the answer.
   */
  Map<String, Movement> named(String bank, Collection<String> references);

  /** What we believe moved at the bank in this time, oldest first. */
  List<Movement> moved(String bank, Instant from, Instant before);

  /**
   * A statement tells of an attempt that is in doubt: persons see the line in its case, and the
   * bank is asked at once. A no-op where the attempt is not in doubt. In the caller's transaction.
   *
   * @param line what the statement says, as text for people
   */
  void noteStatementLine(String reference, String line);

  /**
   * Takes a collection in of which the bank tells in its signed statement only: as two persons
   * decided, in their transaction, and by the rules by which its notice would have been. Where the
   * notice has come meanwhile, nothing is done; where it comes later, nothing is done then.
   */
  void takeIn(StatedCollection collection);

  /** Whether the payment ended, so that what the bank took for it besides may go back. */
  boolean isFinished(String payment);

  /**
   * Gives an attempt's money back that the bank has and should not have: as two persons decided, in
   * their transaction.
   *
   * @param reference the attempt that took it, whatever we believed of it
   * @param booking null for the attempt's own debit; else what names a further booking of it
   * @param payment the payment it had been asked for
   * @param amount what the statement says that was taken by it
   * @return the reversal's id
   * @throws vn.dvc.pay.values.Problem money-given-back (409) when it is back or going back already
   */
  String giveBack(
      String bank, String reference, String booking, String payment, Money amount, String reason);
}
