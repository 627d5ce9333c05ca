package vn.dvc.pay.reconciliation.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.statement.contents.AccountStatement;
import vn.dvc.pay.reconciliation.statement.contents.ControlTotals;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/**
 * One account's statements of a day, which follow one another without gap or overlap; each of them
 * may have several pages.
 */
final class AccountDay {
  private final List<AccountStatement> pages = new ArrayList<>();
  private final List<ControlTotals> read = new ArrayList<>();
  private final ControlTotals all = new ControlTotals();
  private final BigDecimal opening;
  private AccountStatement last;
  private int count;

  AccountDay(AccountStatement first) {
    opening = first.opening();
  }

  OffsetDateTime until() {
    return last.to();
  }

  /** Whether this can be the next page of the statement that was read last. */
  boolean isContinuedBy(AccountStatement next) {
    return isUnfinished()
        && next.page() != null
        && next.page().number() == last.page().number() + 1;
  }

  /** Whether its last statement lacks pages. */
  boolean isUnfinished() {
    return last.page() != null && !last.page().isLast();
  }

  /** Whether this period begins where the last one ended, perhaps at its last second. */
  boolean isFollowedBy(Instant from) {
    var end = last.to().toInstant();
    return !from.isBefore(end) && !from.isAfter(end.plusSeconds(1));
  }

  void begins(AccountStatement next) throws StatementRefused {
    if (last != null && !isContinuedBy(next)) {
      end();
      pages.clear();
      read.clear();
    }
    last = next;
  }

  void add(AccountStatement page, ControlTotals totals) {
    pages.add(page);
    read.add(totals);
    all.add(totals);
    count++;
  }

  /**
   * Completes a statement with all its pages. A page may repeat the totals of the whole statement.
   *
   * @throws StatementRefused statement-pages-missing, or statement-totals-differ if an entry was
   *     lost, added or changed
   */
  void end() throws StatementRefused {
    if (isUnfinished()) {
      throw new StatementRefused("statement-pages-missing", "the last page is missing");
    }
    var whole = new ControlTotals();
    read.forEach(whole::add);
    for (var at = 0; at < pages.size(); at++) {
      if (!read.get(at).match(pages.get(at)) && !whole.match(pages.get(at))) {
        throw new StatementRefused("statement-totals-differ", "entries do not come to the totals");
      }
    }
    if (!whole.lead(pages.get(0).opening(), last.closing(), last)) {
      throw new StatementRefused("statement-totals-differ", "entries do not lead to the balance");
    }
  }

  /** Null if the bank names none. */
  @Nullable BigDecimal opening() {
    return opening;
  }

  /** Null if the bank names none. */
  @Nullable BigDecimal closing() {
    return last.closing();
  }

  /** As the bank counts them, if we could not read the amount of one. */
  StatementHead.Totals credits() {
    var only = onlyPage();
    return totals(only == null ? null : only.credits(), all.credits(), all.creditSum());
  }

  StatementHead.Totals debits() {
    var only = onlyPage();
    return totals(only == null ? null : only.debits(), all.debits(), all.debitSum());
  }

  /** Null if there are several. */
  private @Nullable AccountStatement onlyPage() {
    return count == 1 ? last : null;
  }

  private StatementHead.Totals totals(AccountStatement.Promise bank, long count, BigDecimal sum) {
    var isKnown = all.isComplete() || bank == null || bank.count() == null || bank.sum() == null;
    return isKnown
        ? new StatementHead.Totals(count, sum.toBigInteger().longValueExact())
        : new StatementHead.Totals(
            bank.count().longValueExact(), bank.sum().toBigInteger().longValueExact());
  }
}
