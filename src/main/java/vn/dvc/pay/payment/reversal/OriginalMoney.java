package vn.dvc.pay.payment.reversal;

import java.util.Map;
import vn.dvc.pay.values.AttemptRef;

/**
 * The money that goes back, as its bank knows it: a collection or an earlier attempt.
 *
 * @param collection the bank's reference of the collection, null where an attempt took the money
 * @param attempt the attempt that took the money, null where it was collected
 */
public record OriginalMoney(String bank, String collection, AttemptRef attempt) {

  public OriginalMoney {
    if ((collection == null) == (attempt == null)) {
      throw new IllegalArgumentException("Money came by a collection or by an attempt");
    }
  }

  public static OriginalMoney collected(String bank, String reference) {
    return new OriginalMoney(bank, reference, null);
  }

  public static OriginalMoney debited(String bank, AttemptRef attempt) {
    return new OriginalMoney(bank, null, attempt);
  }

  Map<String, Object> toBank() {
    return attempt == null
        ? Map.of("collection", collection)
        : Map.of("attemptRef", attempt.toString());
  }
}
