package vn.dvc.pay.engine.wiring.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import vn.dvc.pay.engine.wiring.ModelFaults;

/**
 * Tries all combinations of values between which the rows can tell a difference: one without a row
 * is a gap, one with several an overlap, and a row that none needs has no effect.
 */
final class Coverage {
  private static final int TOO_MANY = 200_000;

  /** Stands for every text that no cell names. */
  private static final String OTHER = "…";

  private final String file;
  private final String table;
  private final List<InputColumn> columns;
  private final List<Row> rows;
  private final ModelFaults faults;
  private final Set<Integer> needed = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  Coverage(
      String file, String table, List<InputColumn> columns, List<Row> rows, ModelFaults faults) {
    this.file = file;
    this.table = table;
    this.columns = columns;
    this.rows = rows;
    this.faults = faults;
  }

  void check(boolean unique) {
    List<List<String>> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(List.copyOf(values(i)));
    }
    if (values.stream().mapToLong(List::size).reduce(1, Math::multiplyExact) > TOO_MANY) {
      faults.add(file, table, "too-many", TOO_MANY);
      return;
    }
    combine(values, new ArrayList<>(), unique);
    for (var row : rows) {
      if (!needed.contains(row.number())) {
        faults.add(file, row.id(), "row-unused", row.number());
      }
    }
  }

  private void combine(List<List<String>> values, List<String> chosen, boolean unique) {
    if (chosen.size() < values.size()) {
      for (var value : values.get(chosen.size())) {
        chosen.add(value);
        combine(values, chosen, unique);
        chosen.remove(chosen.size() - 1);
      }
      return;
    }
    var hit = rows.stream().filter(row -> row.holds(chosen)).toList();
    if (hit.isEmpty() && told.add("gap")) {
      faults.add(file, table, "gap", described(chosen));
    }
    if (!hit.isEmpty()) {
      needed.add(hit.get(0).number());
    }
    if (unique && hit.size() > 1) {
      hit.forEach(row -> needed.add(row.number()));
      var one = hit.get(0);
      var other = hit.get(1);
      if (told.add(one.number() + "/" + other.number())) {
        faults.add(file, other.id(), "overlap", one.number(), other.number(), described(chosen));
      }
    }
  }

  private Set<String> values(int column) {
    var kind = columns.get(column).kind();
    Set<String> values = new TreeSet<>();
    switch (kind.basic()) {
      case YES_OR_NO -> values.addAll(List.of("false", "true"));
      case TEXT -> {
        values.addAll(kind.words());
        if (kind.words().isEmpty()) {
          values.addAll(columns.get(column).listed());
          if (columns.get(column).listed().isEmpty()) {
            values.add(OTHER);
          }
          rows.forEach(row -> values.addAll(row.cell(column).mentioned()));
        }
      }
      case NUMBER -> {
        values.add(Long.toString(Math.max(kind.least(), 0)));
        for (var row : rows) {
          row.cell(column).mentioned().stream()
              .mapToLong(Long::parseLong)
              .flatMap(bound -> LongStream.of(bound - 1, bound, bound + 1))
              .filter(number -> number >= kind.least() && number <= kind.most())
              .forEach(number -> values.add(Long.toString(number)));
        }
      }
    }
    return values;
  }

  private String described(List<String> values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(columns.get(i).label() + " = " + values.get(i));
    }
    return String.join(", ", parts);
  }
}
