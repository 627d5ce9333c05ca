package vn.dvc.pay.reconciliation.difference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.LineClass;

/** A stored difference, see {@link Finding}. */
public record Difference(
    String id,
    String bank,
    LocalDate day,
    LineClass kind,
    String key,
    @Nullable Integer line,
    @Nullable String money,
    @Nullable Boolean credit,
    @Nullable String payment,
    @Nullable Long bankAmount,
    @Nullable Long ourAmount,
    @Nullable String bankRef,
    @Nullable String otherBankRef,
    boolean bookedTwice,
    @Nullable String unreadable,
    @Nullable Instant at,
    State state,
    @Nullable String caseId,
    @Nullable String decision) {

  /** The state of a difference. */
  public enum State {
    /** It may settle itself, so no case is opened yet. */
    PENDING,
    /** Its case is open, or about to be. */
    OPEN,
    /** The bank and our records agree by now. */
    SETTLED,
    /** Two persons have decided about it. */
    DECIDED;

    boolean isOpen() {
      return this == PENDING || this == OPEN;
    }
  }
}
