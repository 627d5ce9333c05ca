package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import vn.dvc.sandbox.bank.attempts.Forgotten;

/**
 * One movement in a bank's ledger; a hold and its release move no money.
 *
 * @param attemptRef null of a collection, which nobody asked for
 * @param account whose balance it changes, null of a card
 * @param original the attempt whose money a reversal gives back
 * @param collection the reference of a collection, or of the one that a reversal gives back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerLine(
    String bank,
    UUID attemptRef,
    Kind kind,
    long amount,
    Instant at,
    String account,
    UUID original,
    String collection) {

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
      // What was collected leaves the collecting account again; what was debited comes back.
      case REVERSAL -> collection == null ? amount : -amount;
    };
  }

  /** What a reversal gives back, by name; empty of other lines. */
  String givesBack() {
    return kind != Kind.REVERSAL ? "" : original == null ? collection : original.toString();
  }
}
