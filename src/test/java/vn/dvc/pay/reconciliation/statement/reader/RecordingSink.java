package vn.dvc.pay.reconciliation.statement.reader;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.dvc.pay.reconciliation.statement.contents.AccountStatement;
import vn.dvc.pay.reconciliation.statement.contents.ControlTotals;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.contents.StatementSink;

/** Accepts every statement and compares nothing. */
final class RecordingSink implements StatementSink {
  final List<AccountStatement> statements = new ArrayList<>();
  final List<StatementLine> lines = new ArrayList<>();

  static RecordingSink read(String text) throws StatementRefused {
    var sink = new RecordingSink();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    new StatementReader().read(new ByteArrayInputStream(bytes), sink);
    return sink;
  }

  @Override
  public boolean begins(AccountStatement statement) {
    statements.add(statement);
    return true;
  }

  @Override
  public void line(StatementLine line) {
    lines.add(line);
  }

  @Override
  public void ends(AccountStatement statement, ControlTotals read) {
    // Nothing to compare.
  }
}
