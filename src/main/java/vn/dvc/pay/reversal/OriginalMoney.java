package vn.dvc.pay.reversal;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankCommand.Reverse.Original;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/**
 * Money to be returned, as its bank knows it: a collection or an earlier attempt.
 *
 * @param collection the bank's reference of the collection, null if an attempt took the money
 * @param attempt the attempt that took the money, null if it was collected
 * @param booking empty for the booking we asked for; otherwise the name of a further booking by the
 *     bank
 * @param onStatement the amount taken according to the bank's signed statement, null if none was
 *     read
 */
public record OriginalMoney(
    String bank,
    @Nullable String collection,
    @Nullable AttemptRef attempt,
    String booking,
    @Nullable Money onStatement) {
  public OriginalMoney {
    if ((collection == null) == (attempt == null)) {
      throw new IllegalArgumentException("Money comes from either a collection or an attempt");
    }
    if (!booking.isEmpty() && onStatement == null) {
      throw new IllegalArgumentException("A further booking needs the amount on a statement");
    }
  }

  public static OriginalMoney collected(String bank, String reference) {
    return new OriginalMoney(bank, reference, null, "", null);
  }

  public static OriginalMoney debited(String bank, AttemptRef attempt) {
    return new OriginalMoney(bank, null, attempt, "", null);
  }

  /** The same debit with the amount on a signed statement, which may be more than was requested. */
  public OriginalMoney onStatement(Money taken) {
    return new OriginalMoney(bank, collection, attempt, booking, taken);
  }

  /**
   * A further booking on the statement, besides the first one; it is returned separately.
   *
   * @param name identifies this booking wherever it is mentioned
   */
  public OriginalMoney bookedAgain(String name, Money taken) {
    return new OriginalMoney(bank, collection, attempt, name, taken);
  }

  public boolean isFurtherBooking() {
    return !booking.isEmpty();
  }

  /** The reference that the bank and we share. */
  public @Nullable String reference() {
    return attempt == null ? collection : attempt.toString();
  }

  public Original toBank() {
    return attempt == null ? new Original.Collected(collection) : new Original.Debited(attempt);
  }
}
