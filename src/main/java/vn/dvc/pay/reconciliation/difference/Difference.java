package vn.dvc.pay.reconciliation.difference;

import java.time.Instant;
import java.time.LocalDate;
import vn.dvc.pay.reconciliation.LineClass;

/** A stored difference, see {@link Finding}. */
public record Difference(
    String id,
    String bank,
    LocalDate day,
    LineClass kind,
    String key,
    Integer line,
    String money,
    Boolean credit,
    String payment,
    Long bankAmount,
    Long ourAmount,
    String bankRef,
    String otherBankRef,
    boolean bookedTwice,
    String unreadable,
    Instant at,
    State state,
    String caseId,
    String decision) {

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
