package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.attempts.Forgotten;

/**
 * One movement in a bank's ledger; a hold and its release move no money.
 *
 * @param attemptRef null for a collection, which nobody requested
 * @param account the account whose balance it changes; null for a card
 * @param original the attempt whose money a reversal gives back
 * @param collection the reference of a collection, or of the collection that a reversal gives back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerLine(
    String bank,
    @Nullable UUID attemptRef,
    Kind kind,
    long amount,
    Instant at,
    @Nullable String account,
    @Nullable UUID original,
    @Nullable String collection) {

  public enum Kind {
    HOLD,
    VOID,
    DEBIT,
    REVERSAL,
    COLLECTION;

    boolean movesMoney() {
      return this == DEBIT || this == REVERSAL || this == COLLECTION;
    }
  }

  static LedgerLine of(Collected it) {
    return new LedgerLine(
        it.bank(),
        null,
        Kind.COLLECTION,
        it.amount(),
        it.collectedAt(),
        it.account(),
        null,
        it.reference());
  }

  static LedgerLine released(String bank, Forgotten it) {
    return new LedgerLine(bank, it.attemptRef(), Kind.VOID, it.amount(), it.at(), null, null, null);
  }

  /** By how much it changes its account's balance. */
  long change() {
    return switch (kind) {
      case HOLD, VOID -> 0;
      case DEBIT -> -amount;
      case COLLECTION -> amount;
      // A collection leaves the collecting account again; a debit comes back to the debited
      // account.
      case REVERSAL -> collection == null ? amount : -amount;
    };
  }

  /** What a reversal gives back, by reference; empty for other lines. */
  @Nullable String givesBack() {
    return kind != Kind.REVERSAL ? "" : original == null ? collection : original.toString();
  }
}
