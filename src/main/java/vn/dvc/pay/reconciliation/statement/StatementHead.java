package vn.dvc.pay.reconciliation.statement;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a bank's file says about a day as a whole: our accounts there and the totals that reveal a
 * lost line. Several accounts are added up.
 *
 * @param message the bank's identifier of the file
 * @param account the account, or several of them with commas between
 * @param opening balance in dong, negative when overdrawn; null if the bank names none
 * @param closing likewise
 */
public record StatementHead(
    String message,
    OffsetDateTime from,
    OffsetDateTime to,
    String account,
    @Nullable Long opening,
    @Nullable Long closing,
    Totals credits,
    Totals debits) {

  public record Totals(long lines, long sum) {}
}
