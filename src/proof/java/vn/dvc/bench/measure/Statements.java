package vn.dvc.bench.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each statement was executed, as the database counts it. */
public record Statements(Map<String, Long> calls) {

  /** What a database says of one statement. */
  record Counted(String sql, long calls) {
    Counted(ResultSet row, int number) throws SQLException {
      this(row.getString(1), row.getLong(2));
    }
  }

  /** Without the benchmark's own questions. */
  static Statements of(List<Counted> rows) {
    return new Statements(
        rows.stream()
            .filter(row -> !row.sql().contains("/* bench"))
            .collect(Collectors.groupingBy(Counted::sql, Collectors.summingLong(Counted::calls))));
  }

  Statements since(Statements earlier) {
    var more = new HashMap<String, Long>();
    calls.forEach(
        (sql, count) -> {
          var now = count - earlier.calls.getOrDefault(sql, 0L);
          if (now > 0) {
            more.put(sql, now);
          }
        });
    return new Statements(more);
  }

  public long all() {
    return calls.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Explicit transactions. PostgreSQL counts what begins them, but not their COMMIT; H2 the other
   * way round.
   */
  long commits() {
    return Math.max(beginningWith("begin"), beginningWith("commit"));
  }

  private long beginningWith(String word) {
    return calls.entrySet().stream()
        .filter(each -> each.getKey().strip().toLowerCase(Locale.ROOT).startsWith(word))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  Map<StatementGroup, Long> byGroup() {
    var groups = new EnumMap<StatementGroup, Long>(StatementGroup.class);
    for (var group : StatementGroup.values()) {
      groups.put(group, 0L);
    }
    calls.forEach((sql, count) -> groups.merge(StatementGroup.of(sql), count, Long::sum));
    return groups;
  }

  /** One line a statement, the most frequent first: how often for each payment, whose, its text. */
  public String listed(int payments) {
    return calls.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(
            each ->
                "%.2f\t%s\t%s"
                    .formatted(
                        (double) each.getValue() / payments,
                        StatementGroup.of(each.getKey()).word(),
                        each.getKey().strip().replaceAll("\\s+", " ")))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
