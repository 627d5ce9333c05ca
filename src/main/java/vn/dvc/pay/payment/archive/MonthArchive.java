package vn.dvc.pay.payment.archive;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Json;

/**
 * Writes what our tables hold of the payments that finished in a month, one row a line, as {@code
 * {"table":…,"row":{…}}}, compressed. All of it as it was at one moment; nothing is removed.
 */
@Component
class MonthArchive {
  private static final int ROWS_AT_ONCE = 1000;
  private static final String CLOSED =
      "with closed as (select id from payment where finished_at >= ? and finished_at < ?) ";

  private final DataSource database;

  MonthArchive(DataSource database) {
    this.database = database;
  }

  /**
   * @return how many rows of each table
   */
  Map<String, Long> write(YearMonth month, Path file) throws IOException, SQLException {
    var rows = new LinkedHashMap<String, Long>();
    try (var lines =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
        var connection = database.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      for (var table : rowsOf().entrySet()) {
        rows.put(table.getKey(), write(connection, table.getKey(), table.getValue(), month, lines));
      }
      connection.rollback();
    }
    return rows;
  }

  /** By table, in an order that is the same each time. */
  private static Map<String, String> rowsOf() {
    var rows = new LinkedHashMap<String, String>();
    rows.put("payment", "select t.* from payment t join closed c on c.id = t.id order by t.id");
    for (var key :
        Map.of(
                "payment_line", "t.payment, t.line_no",
                "payment_event", "t.id",
                "receipt", "t.number",
                "refund", "t.id",
                "reversal", "t.id",
                "collection", "t.id")
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .toList()) {
      rows.put(
          key.getKey(),
          "select t.* from %s t join closed c on c.id = t.payment order by %s"
              .formatted(key.getKey(), key.getValue()));
    }
    rows.put(
        "attempt",
        "select t.* from attempt t join closed c on c.id = t.subject order by t.attempt_ref");
    rows.put(
        "bank_call",
        """
        select t.* from bank_call t join attempt a on a.attempt_ref = t.attempt_ref
        join closed c on c.id = a.subject order by t.call_ref""");
    return rows;
  }

  private static long write(
      Connection connection, String table, String sql, YearMonth month, Writer lines)
      throws IOException, SQLException {
    try (var statement = connection.prepareStatement(CLOSED + sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setObject(1, begin(month).toOffsetDateTime());
      statement.setObject(2, begin(month.plusMonths(1)).toOffsetDateTime());
      long count = 0;
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          lines.write(Json.write(new Row(table, row(found))));
          lines.write('\n');
          count++;
        }
      }
      return count;
    }
  }

  private static ZonedDateTime begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(VietnamTime.ZONE);
  }

  /** Each value as text, as the database writes it; without those that are null. */
  private static Map<String, String> row(ResultSet found) throws SQLException {
    var row = new LinkedHashMap<String, String>();
    var columns = found.getMetaData();
    for (int at = 1; at <= columns.getColumnCount(); at++) {
      var value = found.getString(at);
      if (value != null) {
        row.put(columns.getColumnLabel(at).toLowerCase(Locale.ROOT), value);
      }
    }
    return row;
  }

  private record Row(String table, Map<String, String> row) {}
}
