package vn.dvc.pay.reconciliation.statement.reader;

/**
 * Totals the lines of a file as they are read, to compare them with the totals in its header. An
 * unreadable line counts as a line, but its amount is unknown.
 */
public class ControlTotals {
  private long credits;
  private long creditSum;
  private long debits;
  private long debitSum;
  private long unreadable;

  public void add(StatementLine line) {
    if (!(line instanceof StatementLine.Entry entry)) {
      unreadable++;
    } else if (entry.credit()) {
      credits++;
      creditSum = Math.addExact(creditSum, entry.amount());
    } else {
      debits++;
      debitSum = Math.addExact(debitSum, entry.amount());
    }
  }

  /**
   * @throws StatementRefused statement-totals-differ, if a line was lost, added or changed
   */
  public void requireMatch(StatementHead head) throws StatementRefused {
    var promised = head.credits().lines() + head.debits().lines();
    var opening = head.opening() + head.credits().sum() - head.debits().sum();
    if (promised != credits + debits + unreadable
        || opening != head.closing()
        || differs(head.credits(), credits, creditSum)
        || differs(head.debits(), debits, debitSum)) {
      throw new StatementRefused("statement-totals-differ", "lines do not come to the totals");
    }
  }

  private boolean differs(StatementHead.Totals promised, long lines, long sum) {
    return unreadable == 0
        ? promised.lines() != lines || promised.sum() != sum
        : promised.lines() < lines || promised.sum() < sum;
  }
}
