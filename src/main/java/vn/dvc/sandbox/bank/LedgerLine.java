package vn.dvc.sandbox.bank;

import java.time.Instant;
import java.util.UUID;

/** One movement in a bank's ledger; a hold and its release move no money. */
public record LedgerLine(String bank, UUID attemptRef, Kind kind, long amount, Instant at) {

  public enum Kind {
    HOLD,
    VOID,
    DEBIT;

    boolean movesMoney() {
      return this == DEBIT;
    }
  }
}
