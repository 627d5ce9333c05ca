package vn.dvc.pay.reconciliation.statement.reader;

import java.time.OffsetDateTime;

/**
 * What a statement says of itself before its lines: one account, one day, and the totals by which
 * we notice a line that got lost.
 *
 * @param message the bank's name of the file
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
