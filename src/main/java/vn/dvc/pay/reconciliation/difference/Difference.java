package vn.dvc.pay.reconciliation.difference;

import java.time.Instant;
import java.time.LocalDate;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.matching.Finding;

/** A difference as it is written down, see {@link Finding}. */
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
    Instant at,
    State state,
    String caseId,
    String decision) {

  /** What has become of it. */
  public enum State {
    /** It may settle itself; nobody is bothered yet. */
    PENDING,
    /** A case is open on it, or about to be. */
    OPEN,
    /** The bank and we say the same by now. */
    SETTLED,
    /** Two persons decided what to make of it. */
    DECIDED;

    boolean isOpen() {
      return this == PENDING || this == OPEN;
    }
  }
}
