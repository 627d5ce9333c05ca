package vn.dvc.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A Markdown table of cells, each of one or more repetitions. */
final class Columns {
  private record Column(String title, Function<List<Row>, String> text) {}

  private final List<Column> columns = new ArrayList<>();

  Columns add(String title, Function<List<Row>, String> text) {
    columns.add(new Column(title, text));
    return this;
  }

  String table(Iterable<List<Row>> cells) {
    var text = new StringBuilder(line(columns.stream().map(Column::title).toList()));
    var rule = new String[columns.size()];
    Arrays.fill(rule, "---");
    text.append(line(List.of(rule)));
    for (var rows : cells) {
      text.append(line(columns.stream().map(column -> column.text().apply(rows)).toList()));
    }
    return text.toString();
  }

  static String line(List<String> texts) {
    return "| " + String.join(" | ", texts) + " |\n";
  }
}
