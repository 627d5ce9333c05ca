package vn.dvc.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How PostgreSQL would answer statements whose parameters it does not know yet. */
final class QueryPlans implements AutoCloseable {
  private static final Pattern PARAMETER = Pattern.compile("\\?");
  private final ObjectMapper json = new ObjectMapper();
  private final Connection connection;

  QueryPlans(Connection connection) throws SQLException {
    this.connection = connection;
    execute("set plan_cache_mode = force_generic_plan");
  }

  /** The tables among these that the statement reads from end to end. */
  List<String> readFromEndToEnd(String sql, Set<String> tables) throws SQLException {
    var numbered = new StringBuilder();
    var count = new int[1];
    var found = PARAMETER.matcher(sql);
    while (found.find()) {
      found.appendReplacement(numbered, "\\$" + ++count[0]);
    }
    found.appendTail(numbered);
    var values = count[0] == 0 ? "" : "(null" + ", null".repeat(count[0] - 1) + ")";
    execute("prepare asked as " + numbered);
    try {
      return readFromEndToEnd(plan("explain (format json) execute asked" + values), tables);
    } finally {
      execute("deallocate asked");
    }
  }

  private static List<String> readFromEndToEnd(JsonNode plan, Set<String> tables) {
    var read = new ArrayList<String>();
    var table = plan.path("Relation Name").asText();
    if (tables.contains(table) && plan.path("Node Type").asText().endsWith("Seq Scan")) {
      read.add(table);
    }
    plan.path("Plans").forEach(part -> read.addAll(readFromEndToEnd(part, tables)));
    return read;
  }

  private JsonNode plan(String explain) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(explain)) {
      row.next();
      return json.readTree(row.getString(1)).path(0).path("Plan");
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("reset plan_cache_mode");
    connection.close();
  }
}
