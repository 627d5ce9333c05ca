package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** Money moved by our attempts as far as we know, for comparison with a bank's statement. */
public interface Transfers {

  /** Those of these attempts at this bank that concern money, whatever their outcome. */
  List<Transfer> named(String bank, Collection<UUID> attempts);

  /**
   * Attempts that moved money as far as we know, by the time the bank was last asked to move it.
   */
  List<Transfer> moved(String bank, Instant from, Instant before);

  /**
   * @param subject a payment or a reversal
   * @param bankReference null if the bank gave none
   * @param askedAt when the request that moves money was sent, null if none was
   */
  record Transfer(
      AttemptRef attempt,
      Attempt.Subject subject,
      Money amount,
      Attempt.State state,
      @Nullable String bankReference,
      @Nullable Instant askedAt) {}
}
