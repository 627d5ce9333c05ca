package vn.dvc.pay.reconciliation.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.dvc.pay.reconciliation.statement.contents.AccountStatement;
import vn.dvc.pay.reconciliation.statement.contents.ControlTotals;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.contents.StatementSink;
import vn.dvc.pay.time.VietnamTime;

/**
 * Picks the statements of our accounts and of one day out of a bank's file and joins them. The
 * others are left alone; if there are only others, the file is refused by what they are.
 */
final class OwnStatements implements StatementSink {
  private static final int MAX_ACCOUNTS = 200;

  private final String bank;
  private final Set<String> accounts;
  private final DayWindow window;
  private final BiConsumer<String, StatementLine> lines;
  private final Map<String, AccountDay> days = new LinkedHashMap<>();
  private String message;
  private String current;
  private LocalDate otherDay;

  /**
   * @param accounts our accounts at the bank; empty if all that it tells of are ours
   * @param lines receives each line with its account
   */
  OwnStatements(
      String bank, Set<String> accounts, LocalDate day, BiConsumer<String, StatementLine> lines) {
    this.bank = bank;
    this.accounts = accounts;
    this.window = DayWindow.of(day);
    this.lines = lines;
  }

  @Override
  public boolean begins(AccountStatement it) throws StatementRefused {
    message = it.message();
    if (it.member() != null && it.member().matches("97\\d{4}") && !it.member().equals(bank)) {
      throw new StatementRefused("statement-of-another-bank", "of " + it.member());
    }
    if (!isOurs(it)) {
      return false;
    }
    if (it.from() == null || it.to() == null) {
      throw new StatementRefused("statement-day-missing", "neither period nor closing balance");
    }
    var known = days.get(it.account());
    if (!isOfDay(it, known)) {
      otherDay = VietnamTime.dayOf(it.from().toInstant());
      return false;
    }
    if (known == null) {
      known = new AccountDay(it);
      days.put(it.account(), known);
    }
    known.begins(it);
    current = it.account();
    return true;
  }

  @Override
  public void line(StatementLine line) {
    lines.accept(current, line);
  }

  @Override
  public void ends(AccountStatement it, ControlTotals read) {
    days.get(current).add(it, read);
  }

  /**
   * @throws StatementRefused if nothing of the file is ours, or some of it is missing
   */
  StatementHead head() throws StatementRefused {
    if (days.isEmpty()) {
      throw whyNothing();
    }
    for (var each : days.values()) {
      each.end();
    }
    try {
      return joined();
    } catch (ArithmeticException beyondAllMoney) {
      throw new StatementRefused("statement-totals-differ", "beyond all money");
    }
  }

  private StatementRefused whyNothing() {
    if (message == null) {
      return new StatementRefused("statement-malformed", "no statement");
    }
    return otherDay == null
        ? new StatementRefused("statement-of-another-account", "none of our accounts")
        : StatementRefused.ofAnotherDay(otherDay);
  }

  private StatementHead joined() {
    return new StatementHead(
        message,
        window.from().atZone(VietnamTime.ZONE).toOffsetDateTime(),
        days.values().stream()
            .map(AccountDay::until)
            .min(Comparator.comparing(OffsetDateTime::toInstant))
            .orElseThrow(() -> new IllegalStateException("No account")),
        cut(String.join(", ", days.keySet())),
        balance(AccountDay::opening),
        balance(AccountDay::closing),
        totals(AccountDay::credits),
        totals(AccountDay::debits));
  }

  private boolean isOurs(AccountStatement it) {
    return (it.currency() == null || it.currency().equals("VND"))
        && (accounts.isEmpty() || accounts.contains(it.account()));
  }

  /**
   * A day may be told in several statements, one after another.
   *
   * @throws StatementRefused statement-overlaps if it tells of a time that was told already,
   *     statement-pages-missing if a page between is missing
   */
  private boolean isOfDay(AccountStatement it, AccountDay known) throws StatementRefused {
    var from = it.from().toInstant();
    var to = it.to().toInstant();
    if (!from.isBefore(window.end()) || !to.isAfter(window.from())) {
      return false;
    }
    var laterPage = it.page() != null && it.page().number() > 1;
    if (known == null) {
      if (laterPage && window.holds(from, to)) {
        throw new StatementRefused("statement-pages-missing", "the first page is missing");
      }
      return window.holds(from, to);
    }
    if (laterPage || known.isUnfinished()) {
      if (!known.isContinuedBy(it)) {
        throw new StatementRefused("statement-pages-missing", "a page between is missing");
      }
      return true;
    }
    if (!known.isFollowedBy(from) || to.isAfter(window.end())) {
      throw new StatementRefused("statement-overlaps", "two statements of the same time");
    }
    return true;
  }

  private Long balance(Function<AccountDay, BigDecimal> which) {
    var all = days.values().stream().map(which).toList();
    if (all.stream().anyMatch(Objects::isNull)) {
      return null;
    }
    var sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.stripTrailingZeros().scale() <= 0 ? sum.longValueExact() : null;
  }

  private StatementHead.Totals totals(Function<AccountDay, StatementHead.Totals> which) {
    var all = days.values().stream().map(which).toList();
    return new StatementHead.Totals(
        all.stream().mapToLong(StatementHead.Totals::lines).sum(),
        all.stream().mapToLong(StatementHead.Totals::sum).reduce(0, Math::addExact));
  }

  private static String cut(String accounts) {
    return accounts.length() <= MAX_ACCOUNTS ? accounts : accounts.substring(0, MAX_ACCOUNTS);
  }
}
