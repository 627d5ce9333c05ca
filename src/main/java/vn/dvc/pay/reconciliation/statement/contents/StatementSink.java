package vn.dvc.pay.reconciliation.statement.contents;

/** Receives what a file holds, in its order. */
public interface StatementSink {

  /**
   * A statement begins.
   *
   * @return whether its lines are wanted; otherwise they are read over
   */
  boolean begins(AccountStatement statement) throws StatementRefused;

  void line(StatementLine line);

  /**
   * A wanted statement ends.
   *
   * @param read what its entries come to
   */
  void ends(AccountStatement statement, ControlTotals read) throws StatementRefused;
}
