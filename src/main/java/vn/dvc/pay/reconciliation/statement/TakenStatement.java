package vn.dvc.pay.reconciliation.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An imported statement.
 *
 * @param sha256 of the file as the bank signed it
 */
public record TakenStatement(
    UUID id, String bank, LocalDate day, String sha256, StatementHead head) {

  /** Whether it covers its day to the end. */
  public boolean isWhole() {
    return DayWindow.of(day).isWholeAt(head.to().toInstant());
  }

  /** The first moment that it does not cover. */
  public Instant closing() {
    return DayWindow.of(day).closingOf(head.to().toInstant());
  }
}
