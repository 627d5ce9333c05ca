package vn.dvc.pay.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.reader.StatementReader;

/** What is read from a bank's file for 24 November 2026. */
public record StatementFile(StatementHead head, List<StatementLine> lines) {
  public static final String BANK = "970415";
  public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  public static StatementFile read(String text) throws StatementRefused {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Set.of());
  }

  /**
   * @param accounts ours; empty if all are
   */
  public static StatementFile read(InputStream file, Set<String> accounts) throws StatementRefused {
    var lines = new ArrayList<StatementLine>();
    var ours = new OwnStatements(BANK, accounts, DAY, (account, line) -> lines.add(line));
    new StatementReader().read(file, ours);
    return new StatementFile(ours.head(), lines);
  }
}
