package vn.dvc.pay.reconciliation.statement.contents;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one statement of a file, or one page of it, says before its entries: one account, one
 * period.
 *
 * @param message the bank's identifier of the file
 * @param member the clearing number of the bank that keeps the account
 * @param from the period; of a statement that names none, the day of its closing balance
 * @param opening booked balance, negative when overdrawn
 * @param page null unless the statement has pages
 */
public record AccountStatement(
    String message,
    String account,
    String currency,
    @Nullable String member,
    @Nullable OffsetDateTime from,
    @Nullable OffsetDateTime to,
    @Nullable BigDecimal opening,
    @Nullable BigDecimal closing,
    Promise entries,
    Promise credits,
    Promise debits,
    @Nullable Page page) {

  /** Control totals as the bank wrote them; either may be missing. */
  public record Promise(BigDecimal count, BigDecimal sum) {}

  public record Page(int number, boolean isLast) {}
}
