package vn.dvc.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.reconciliation.matching.LongMatching;
import vn.dvc.pay.reconciliation.statement.LongStatement;
import vn.dvc.pay.reconciliation.statement.StatementHead;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.testing.Postgres;

/**
 * How fast a statement is read, stored and matched, and in how much memory, whatever its length.
 * Prints; asserts nothing. {@code mvn -Pbench verify}.
 */
public final class StatementBench {
  private static final int MOST = Integer.getInteger("bench.lines", 1_000_000);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  private StatementBench() {
    var database = new DriverManagerDataSource(Postgres.freshUrl(), "postgres", "postgres");
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = new JdbcTemplate(database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  public static void main(String[] args) throws StatementRefused {
    var bench = new StatementBench();
    new LongStatement(20_000).read();
    System.out.printf(
        "%nlines      step           lines/s   lines/s of our CPU   peak heap MB, including garbage%n");
    for (var lines : List.of(MOST / 10, MOST)) {
      bench.run(lines);
    }
    System.exit(0);
  }

  private void run(int lines) {
    var file = new LongStatement(lines);
    var id = UUID.randomUUID();
    measure(lines, "read", () -> read(file));
    prepare(id);
    measure(lines, "store", () -> transaction.executeWithoutResult(status -> store(id, file)));
    var matching = new LongMatching(jdbc, lines);
    var statement = new TakenStatement(id, "970415", DAY, "0", head());
    for (var step : List.of("match", "match again")) {
      measure(
          lines, step, () -> transaction.executeWithoutResult(status -> matching.match(statement)));
    }
  }

  private void prepare(UUID statement) {
    jdbc.update("delete from reconciliation");
    jdbc.update(
        """
        insert into statement (id, bank, on_day, sha256, content, state, fetched_at)
        values (?, '970415', ?, ?, ?, 'FETCHED', current_timestamp)""",
        statement,
        DAY,
        "%064x".formatted(statement.hashCode()),
        new byte[0]);
    jdbc.update(
        """
        insert into reconciliation (id, bank, on_day, state, due_at, fetches, match_passes, statement)
        values ('bench', '970415', ?, 'RUNNING', current_timestamp, 0, 0, ?)""",
        DAY,
        statement);
  }

  private void store(UUID statement, LongStatement file) {
    try {
      file.store(statement, jdbc);
    } catch (StatementRefused wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static void read(LongStatement file) {
    try {
      file.read();
    } catch (StatementRefused wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static StatementHead head() {
    return new StatementHead(
        "bench",
        OffsetDateTime.parse("2026-11-24T00:00:00+07:00"),
        OffsetDateTime.parse("2026-11-25T00:00:00+07:00"),
        "118000012345",
        0L,
        0L,
        new StatementHead.Totals(0, 0),
        new StatementHead.Totals(0, 0));
  }

  private static void measure(int lines, String step, Runnable work) {
    System.gc();
    var pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    var start = System.nanoTime();
    var cpu = cpuNanos();
    work.run();
    var seconds = (System.nanoTime() - start) / 1e9;
    var cpuSeconds = (cpuNanos() - cpu) / 1e9;
    var peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        "%,9d  %-12s %,9.0f   %,17.0f   %12.0f%n",
        lines, step, lines / seconds, lines / cpuSeconds, peak / 1048576.0);
  }

  /** Excludes the database, which is a process of its own. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
