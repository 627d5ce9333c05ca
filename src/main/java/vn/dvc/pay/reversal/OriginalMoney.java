package vn.dvc.pay.reversal;

import java.util.Map;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/**
 * The money that goes back, as its bank knows it: a collection or an earlier attempt.
 *
 * @param collection the bank's reference of the collection, null where an attempt took the money
 * @param attempt the attempt that took the money, null where it was collected
 * @param booking empty for what we had asked for; else what names the bank's further booking of it
 * @param onStatement what the bank's signed statement says that it took, null where none was read
 */
public record OriginalMoney(
    String bank, String collection, AttemptRef attempt, String booking, Money onStatement) {
  public OriginalMoney {
    if ((collection == null) == (attempt == null)) {
      throw new IllegalArgumentException("Money came by a collection or by an attempt");
    }
    if (!booking.isEmpty() && onStatement == null) {
      throw new IllegalArgumentException("Only a statement shows that the bank booked it again");
    }
  }

  public static OriginalMoney collected(String bank, String reference) {
    return new OriginalMoney(bank, reference, null, "", null);
  }

  public static OriginalMoney debited(String bank, AttemptRef attempt) {
    return new OriginalMoney(bank, null, attempt, "", null);
  }

  /** The same debit as a signed statement shows it, which may have taken more than was asked. */
  public OriginalMoney onStatement(Money taken) {
    return new OriginalMoney(bank, collection, attempt, booking, taken);
  }

  /**
   * A booking that the statement shows besides the first one; it goes back on its own account.
   *
   * @param name the same whenever this booking is spoken of
   */
  public OriginalMoney bookedAgain(String name, Money taken) {
    return new OriginalMoney(bank, collection, attempt, name, taken);
  }

  public boolean isFurtherBooking() {
    return !booking.isEmpty();
  }

  /** The bank's and our common name of it. */
  public String reference() {
    return attempt == null ? collection : attempt.toString();
  }

  public Map<String, Object> toBank() {
    return attempt == null
        ? Map.of("collection", collection)
        : Map.of("attemptRef", attempt.toString());
  }
}
