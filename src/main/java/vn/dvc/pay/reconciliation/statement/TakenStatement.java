package vn.dvc.pay.reconciliation.statement;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A statement that was taken in.
 *
 * @param sha256 of the file as the bank signed it
 */
public record TakenStatement(
    UUID id, String bank, LocalDate day, String sha256, StatementHead head) {}
