package vn.dvc.pay.reconciliation;

import java.time.OffsetDateTime;

/**
 * What a statement says of itself before its lines: one account, one day, and the totals by which
 * we notice a line that got lost.
 *
 * @param message the bank's name of the file
 * @param opening balance in dong, negative when overdrawn
 */
record StatementHead(
    String message,
    String statement,
    OffsetDateTime from,
    OffsetDateTime to,
    String account,
    long opening,
    long closing,
    Totals credits,
    Totals debits) {

  record Totals(long lines, long sum) {}
}
