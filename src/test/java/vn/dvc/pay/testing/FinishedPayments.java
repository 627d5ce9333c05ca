package vn.dvc.pay.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payments by card that finished one a minute, with all that each leaves behind in our tables: made
 * by one script for PostgreSQL, once in a database.
 */
public final class FinishedPayments {
  private FinishedPayments() {}

  public static void add(JdbcClient jdbc, int payments) throws IOException {
    var script =
        new ClassPathResource("growth/finished-payments.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replaceAll("(?m)^--.*$", "")
            .replace(":payments", String.valueOf(payments));
    for (var statement : script.split(";")) {
      if (!statement.isBlank()) {
        jdbc.sql(statement).update();
      }
    }
  }
}
