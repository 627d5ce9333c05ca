package vn.dvc.pay.bank;

import java.time.LocalDate;

/** A bank's own account of a day (camt.053), asked for by the reconciliation. */
public interface BankStatements {

  /**
   * Asks the bank once, holding no transaction and no connection meanwhile. Asking changes nothing
   * at the bank, so it may be asked again at any time.
   *
   * @throws IllegalStateException when called inside a transaction
   */
  Fetched fetch(String bank, LocalDate day);

  /** What came of asking. */
  sealed interface Fetched {

    /** The file, as the bank signed it just now; nothing is said about what stands in it. */
    record File(byte[] bytes, String sha256) implements Fetched {}

    /**
     * @param cause one word: not-there-yet, bad-signature, connect-refused, http-503 …
     */
    record Missing(String cause) implements Fetched {}
  }
}
