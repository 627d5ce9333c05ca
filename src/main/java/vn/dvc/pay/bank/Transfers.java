package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** What our attempts moved, as far as we know; for those who hold it against a bank's statement. */
public interface Transfers {

  /** The attempts of these at this bank that are about money, whatever became of them. */
  List<Transfer> named(String bank, Collection<UUID> attempts);

  /** Those by which, as we believe, money moved, by when the bank was last asked to move it. */
  List<Transfer> moved(String bank, Instant from, Instant before);

  /**
   * @param subject whose attempt it is: a payment or a reversal
   * @param bankReference null where the bank gave none
   * @param askedAt when the request that moves money left, null where none did
   */
  record Transfer(
      AttemptRef attempt,
      String subject,
      Money amount,
      Attempt.State state,
      String bankReference,
      Instant askedAt) {}
}
