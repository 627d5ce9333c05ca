package vn.dvc.proof.chaos;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.operations.Browser;

/**
 * Has an operator fetch the banks' statements and waits until they are imported: today's and the
 * previous day's, since midnight may have passed during the run.
 */
final class StatementImports {
  private static final List<String> BANKS = List.of("970415", "970436", "970431");

  private final Browser operator;
  private final JdbcClient jdbc;

  StatementImports(World.Node node, DataSource database) {
    operator = new Browser(node.port(), "vi").signIn("operator-1");
    jdbc = JdbcClient.create(database);
  }

  void takeIn() {
    var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    var days = List.of(today.minusDays(1), today);
    // Operators may have imported statements during the run: those do not count.
    var since = jdbc.sql("select now()").query(OffsetDateTime.class).single();
    for (var day : days) {
      for (var bank : BANKS) {
        operator.get("/operations/reconciliation");
        operator.post("/operations/reconciliation", Map.of("bank", bank, "day", day.toString()));
      }
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> takenIn(since) == days.size() * BANKS.size());
  }

  private long takenIn(OffsetDateTime since) {
    return jdbc.sql(
            "select count(*) from reconciliation where statement is not null and done_at >= ?")
        .param(since)
        .query(Long.class)
        .single();
  }
}
