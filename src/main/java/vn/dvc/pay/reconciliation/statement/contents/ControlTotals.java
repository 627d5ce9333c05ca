package vn.dvc.pay.reconciliation.statement.contents;

import java.math.BigDecimal;

/**
 * Totals the entries of a statement as they are read, to compare them with the totals in its
 * header. An entry whose amount cannot be read counts as an entry, but its amount is unknown.
 */
public final class ControlTotals {
  private final Side credits = new Side();
  private final Side debits = new Side();
  private long unknown;

  /** Counts an entry, which may only be announced. */
  public void add(BigDecimal amount, boolean credit, boolean booked) {
    var side = credit ? credits : debits;
    side.count++;
    side.sum = side.sum.add(amount);
    if (!booked) {
      side.announced++;
      side.announcedSum = side.announcedSum.add(amount);
    }
  }

  /** Counts an entry whose amount cannot be read. */
  public void addUnknown() {
    unknown++;
  }

  /** Includes the entries of another page. */
  public void add(ControlTotals page) {
    credits.add(page.credits);
    debits.add(page.debits);
    unknown += page.unknown;
  }

  /** Whether these entries can be those that the header promises. */
  public boolean match(AccountStatement head) {
    return matches(head.credits(), credits)
        && matches(head.debits(), debits)
        && matchesCount(head.entries());
  }

  /**
   * Whether these entries lead from one balance to the other. If the amount of one is unknown, the
   * bank's own totals are to.
   */
  public boolean lead(BigDecimal opening, BigDecimal closing, AccountStatement head) {
    if (opening == null || closing == null) {
      return true;
    }
    if (unknown == 0) {
      return isSame(opening.add(credits.booked()).subtract(debits.booked()), closing);
    }
    var in = head.credits().sum();
    var out = head.debits().sum();
    return in == null || out == null || isSame(opening.add(in).subtract(out), closing);
  }

  public long credits() {
    return credits.count - credits.announced;
  }

  public BigDecimal creditSum() {
    return credits.booked();
  }

  public long debits() {
    return debits.count - debits.announced;
  }

  public BigDecimal debitSum() {
    return debits.booked();
  }

  public boolean isComplete() {
    return unknown == 0;
  }

  private boolean matches(AccountStatement.Promise promised, Side read) {
    if (promised == null) {
      return true;
    }
    if (unknown > 0) {
      return isAtLeast(promised.count(), BigDecimal.valueOf(read.count - read.announced))
          && isAtLeast(promised.sum(), read.booked());
    }
    return isOneOf(promised.count(), read.count, read.count - read.announced)
        && (promised.sum() == null
            || isSame(promised.sum(), read.sum)
            || isSame(promised.sum(), read.booked()));
  }

  private boolean matchesCount(AccountStatement.Promise promised) {
    var all = credits.count + debits.count + unknown;
    return promised == null
        || isOneOf(promised.count(), all, all - credits.announced - debits.announced);
  }

  private static boolean isOneOf(BigDecimal promised, long all, long booked) {
    return promised == null
        || isSame(promised, BigDecimal.valueOf(all))
        || isSame(promised, BigDecimal.valueOf(booked));
  }

  private static boolean isAtLeast(BigDecimal promised, BigDecimal read) {
    return promised == null || promised.compareTo(read) >= 0;
  }

  private static boolean isSame(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  /** The entries in one direction; the announced ones among them are not booked. */
  private static final class Side {
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private long announced;
    private BigDecimal announcedSum = BigDecimal.ZERO;

    private BigDecimal booked() {
      return sum.subtract(announcedSum);
    }

    private void add(Side page) {
      count += page.count;
      sum = sum.add(page.sum);
      announced += page.announced;
      announcedSum = announcedSum.add(page.announcedSum);
    }
  }
}
