package vn.dvc.pay.reconciliation.statement.reader;

import java.time.OffsetDateTime;

/**
 * The header of a statement: one account, one day, and the totals that reveal a lost line.
 *
 * @param message the bank's identifier of the file
 * @param opening balance in dong, negative when overdrawn
 */
public record StatementHead(
    String message,
    OffsetDateTime from,
    OffsetDateTime to,
    String account,
    long opening,
    long closing,
    Totals credits,
    Totals debits) {

  public record Totals(long lines, long sum) {}
}
