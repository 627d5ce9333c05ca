package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/**
 * The same scenario on PostgreSQL, and at last with so many payments that every query needs an
 * index.
 */
@ContextConfiguration(initializers = Postgres.Fresh.class)
@Import(RecordedQueries.class)
@TestMethodOrder(OrderAnnotation.class)
class OnePaymentOnPostgresTest extends OnePaymentScenario {
  private static final int MANY = 20_000;

  /** What grows with every payment. */
  private static final Set<String> GROWING =
      Set.of(
          "dossier",
          "dossier_fee",
          "receipt",
          "payment",
          "payment_line",
          "payment_event",
          "attempt",
          "bank_call",
          "outbox",
          "bank_message",
          "api_idempotency",
          "document");

  @Test
  @Order(Integer.MAX_VALUE)
  void noQueryReadsATableThatGrowsFromEndToEnd() throws Exception {
    var queries = RecordedQueries.all();
    addFinishedPayments();
    var read = new ArrayList<String>();
    var explained = 0;
    try (var plans = new QueryPlans(database.getConnection())) {
      for (var sql : queries) {
        if (sql.matches("(?is)\\s*(insert|merge)\\b.*") || !readsWhatGrows(sql)) {
          continue;
        }
        explained++;
        for (var table : plans.readFromEndToEnd(sql, GROWING)) {
          read.add(table + ": " + sql.replaceAll("\\s+", " "));
        }
      }
    }
    assertThat(explained).as("queries of ours").isGreaterThan(40);
    assertThat(read).isEmpty();
  }

  private static boolean readsWhatGrows(String sql) {
    return GROWING.stream().anyMatch(table -> sql.matches("(?is).*\\b" + table + "\\b.*"));
  }

  private void addFinishedPayments() throws IOException {
    var script =
        new ClassPathResource("growth/finished-payments.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replaceAll("(?m)^--.*$", "")
            .replace(":payments", String.valueOf(MANY));
    for (var statement : script.split(";")) {
      if (!statement.isBlank()) {
        jdbc.sql(statement).update();
      }
    }
  }
}
