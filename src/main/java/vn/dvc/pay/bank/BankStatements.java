package vn.dvc.pay.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A bank's own statement of a day (camt.053), fetched for reconciliation. */
public interface BankStatements {

  /**
   * Asks the bank once, holding no transaction and no connection meanwhile. This changes nothing at
   * the bank, so it may be repeated at any time.
   *
   * @throws IllegalStateException if called inside a transaction
   */
  Fetched fetch(String bank, LocalDate day);

  /** The result of fetching a statement. */
  sealed interface Fetched {

    /** The file that the bank just signed; its content has not been checked. */
    record File(byte[] bytes, String sha256) implements Fetched {}

    /**
     * @param cause one word: not-there-yet, bad-signature, connect-refused, http-503 …
     */
    record Missing(@Nullable String cause) implements Fetched {}
  }
}
