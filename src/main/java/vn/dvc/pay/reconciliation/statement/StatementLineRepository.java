package vn.dvc.pay.reconciliation.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.values.AttemptRef;

/** Stores statement lines, some hundreds at a time, however long the file is. */
@Component
class StatementLineRepository {
  private static final int BATCH = 500;

  /** So many lines change what the database has to know of the table. */
  private static final int MANY = 1_000;

  private static final String INSERT =
      """
      insert into statement_line (statement, line_no, account, entry_ref, bank_ref, reference,
        amount, credit, takes_back, booked_at, transfer_text, unreadable)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final JdbcTemplate jdbc;

  StatementLineRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Writer writer(UUID statement) {
    return new Writer(statement);
  }

  /** Deletes the lines of a file that turned out not to be a statement. */
  void forget(UUID statement) {
    jdbc.update("delete from statement_line where statement = ?", statement);
  }

  /**
   * PostgreSQL takes the statistics of a table some time after a change. Until then it would read
   * all lines for each of the thousand references that are matched next.
   */
  private void refreshStatistics() {
    var product =
        jdbc.execute(
            (ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
    if ("PostgreSQL".equals(product)) {
      jdbc.execute("analyze statement_line");
    }
  }

  /** Collects lines and writes them in batches. */
  final class Writer implements AutoCloseable {
    private final UUID statement;
    private final List<Object[]> waiting = new ArrayList<>();
    private int count;

    private Writer(UUID statement) {
      this.statement = statement;
    }

    void add(String account, StatementLine line) {
      waiting.add(values(account, line));
      count++;
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    /** Writes the last lines. */
    void finish() {
      flush();
      if (count >= MANY) {
        refreshStatistics();
      }
    }

    private void flush() {
      jdbc.batchUpdate(INSERT, waiting);
      waiting.clear();
    }

    private Object[] values(String account, StatementLine line) {
      if (line instanceof StatementLine.Entry it) {
        return new Object[] {
          statement,
          it.number(),
          account,
          it.entryReference(),
          it.bankReference(),
          AttemptRef.written(it.reference()),
          it.amount(),
          it.credit(),
          it.takesBack(),
          utc(it.bookedAt()),
          it.text(),
          null
        };
      }
      var it = (StatementLine.Unreadable) line;
      return new Object[] {
        statement,
        it.number(),
        account,
        it.entryReference(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        it.why()
      };
    }

    @Override
    public void close() {
      waiting.clear();
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
