package vn.dvc.pay.engine.wiring.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.wiring.HistoryTime;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;

/** One table: its columns against its reader, its cells against its columns, its rows together. */
final class Table {
  private static final Set<String> POLICIES = Set.of("FIRST", "UNIQUE");

  private final String file;
  private final Node decision;
  private final Optional<ReadsTable> reader;
  private final ModelFaults faults;

  Table(String file, Node decision, Optional<ReadsTable> reader, ModelFaults faults) {
    this.file = file;
    this.decision = decision;
    this.reader = reader;
    this.faults = faults;
  }

  void check() {
    if (!file.endsWith(decision.id() + ".dmn")) {
      faults.add(file, decision.id(), "table-file", decision.id());
    }
    HistoryTime.check(file, decision, faults);
    var tables = decision.children("decisionTable");
    if (tables.size() != 1) {
      faults.add(file, decision.id(), "no-rows");
      return;
    }
    var table = tables.get(0);
    var policy = table.get("hitPolicy").isEmpty() ? "UNIQUE" : table.get("hitPolicy");
    if (!POLICIES.contains(policy)) {
      faults.add(file, table.id(), "hit-policy", policy);
    }
    for (var tag : List.of("input", "output", "rule")) {
      table.children(tag).stream()
          .filter(part -> part.id().isEmpty())
          .forEach(part -> faults.add(file, decision.id(), "no-id", tag));
    }
    rows(table, policy, inputs(table), outputs(table));
  }

  private List<InputColumn> inputs(Node table) {
    Set<String> names = new HashSet<>();
    List<InputColumn> columns = new ArrayList<>();
    for (var input : table.children("input")) {
      var expression = input.children("inputExpression").stream().findFirst();
      var name = expression.map(Table::text).orElse("");
      var asked = declared(name, reader.map(ReadsTable::inputs));
      var type = expression.map(e -> e.get("typeRef")).orElse("");
      if (name.isEmpty() || !names.add(name)) {
        faults.add(file, input.id(), "column-twice", name);
      } else if (reader.isPresent() && asked.isEmpty()) {
        faults.add(file, input.id(), "input-unknown", name, names(reader.get().inputs()));
      }
      columns.add(
          new InputColumn(
              label(input, name), Kind.of(type, asked), valuesOf(input, "inputValues")));
      kind(input, type, asked);
    }
    return columns;
  }

  private List<OutputColumn> outputs(Node table) {
    Set<String> names = new HashSet<>();
    List<OutputColumn> columns = new ArrayList<>();
    for (var output : table.children("output")) {
      var name = output.get("name");
      var wanted = declared(name, reader.map(ReadsTable::outputs));
      if (name.isEmpty() || !names.add(name)) {
        faults.add(file, output.id(), "column-twice", name);
      } else if (reader.isPresent() && wanted.isEmpty()) {
        faults.add(file, output.id(), "output-unknown", name, names(reader.get().outputs()));
      }
      columns.add(
          new OutputColumn(
              label(output, name),
              Kind.of(output.get("typeRef"), wanted),
              valuesOf(output, "outputValues")));
      kind(output, output.get("typeRef"), wanted);
    }
    reader.map(ReadsTable::outputs).stream()
        .flatMap(Stream::of)
        .filter(column -> !names.contains(column.name()))
        .forEach(column -> faults.add(file, table.id(), "output-missing", column.name()));
    return columns;
  }

  /** A column's type is what its reader reads; its list of values has all words and no others. */
  private void kind(Node column, String type, Optional<ReadsTable.Column> declared) {
    if (declared.isPresent() && !Kind.fits(type, declared.get().type())) {
      faults.add(file, column.id(), "column-type", type, Kind.named(declared.get().type()));
    }
    var words = declared.map(Kind::wordsOf).orElse(List.of());
    for (var list : List.of("inputValues", "outputValues")) {
      for (var values : column.children(list)) {
        var listed = Cell.words(text(values));
        listed.stream()
            .filter(word -> !words.isEmpty() && !words.contains(word))
            .forEach(word -> faults.add(file, values.id(), "value-unknown", word, words));
        words.stream()
            .filter(word -> !listed.contains(word))
            .forEach(word -> faults.add(file, values.id(), "value-missing", word));
        if (listed.isEmpty()) {
          faults.add(file, values.id(), "values-unreadable", text(values));
        }
      }
    }
  }

  private void rows(
      Node table, String policy, List<InputColumn> inputs, List<OutputColumn> outputs) {
    var rules = table.children("rule");
    if (rules.isEmpty()) {
      faults.add(file, table.id(), "no-rows");
      return;
    }
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (var rule : rules) {
      number++;
      var row = new Row(number, rule, file, faults);
      row.outputs(outputs);
      rows.add(row);
      row.inputs(inputs);
    }
    if (rows.stream().allMatch(Row::isReadable)) {
      new Coverage(file, table.id(), inputs, rows, faults).check(policy.equals("UNIQUE"));
    }
  }

  private static Optional<ReadsTable.Column> declared(
      String name, Optional<ReadsTable.Column[]> columns) {
    return columns.stream().flatMap(Stream::of).filter(c -> c.name().equals(name)).findFirst();
  }

  private static List<String> names(ReadsTable.Column[] columns) {
    return Stream.of(columns).map(ReadsTable.Column::name).toList();
  }

  private static List<String> valuesOf(Node column, String list) {
    return column.children(list).stream().flatMap(v -> Cell.words(text(v)).stream()).toList();
  }

  private static String label(Node column, String name) {
    return column.get("label").isBlank() ? name : column.get("label");
  }

  static String text(Node around) {
    return around.children("text").stream().map(Node::text).findFirst().orElse("");
  }
}
