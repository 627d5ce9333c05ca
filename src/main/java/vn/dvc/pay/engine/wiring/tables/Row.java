package vn.dvc.pay.engine.wiring.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Node;

/** One row, by the number that an analyst sees. */
final class Row {
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  private final int number;
  private final Node rule;
  private final String file;
  private final ModelFaults faults;
  private final List<Cell> cells = new ArrayList<>();
  private boolean readable = true;

  Row(int number, Node rule, String file, ModelFaults faults) {
    this.number = number;
    this.rule = rule;
    this.file = file;
    this.faults = faults;
  }

  void inputs(List<InputColumn> columns) {
    var entries = rule.children("inputEntry");
    if (entries.size() != columns.size()) {
      faults.add(file, rule.id(), "cells-missing", number, columns.size(), entries.size());
      readable = false;
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var text = Table.text(entries.get(i));
      var cell = Cell.of(text, column.kind().basic());
      if (cell.isEmpty()) {
        faults.add(
            file,
            entries.get(i).id(),
            "input-cell-" + column.kind().basic(),
            number,
            column.label(),
            text);
        readable = false;
        continue;
      }
      cells.add(cell.get());
      if (column.kind().basic() == Kind.Basic.TEXT && !column.kind().words().isEmpty()) {
        for (var word : cell.get().mentioned()) {
          if (!column.kind().words().contains(word)) {
            faults.add(
                file,
                entries.get(i).id(),
                "cell-word",
                number,
                column.label(),
                word,
                column.kind().words());
          }
        }
      }
    }
  }

  void outputs(List<OutputColumn> columns) {
    var entries = rule.children("outputEntry");
    if (entries.size() != columns.size()) {
      faults.add(file, rule.id(), "cells-missing", number, columns.size(), entries.size());
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      output(entries.get(i), columns.get(i), Table.text(entries.get(i)));
    }
  }

  private void output(Node entry, OutputColumn column, String text) {
    var kind = column.kind();
    switch (kind.basic()) {
      case TEXT -> {
        var quoted = TEXT.matcher(text);
        if (!quoted.matches()) {
          cell(entry, "output-cell-TEXT", column, text);
        } else if (!kind.words().isEmpty() && !kind.words().contains(quoted.group(1))) {
          faults.add(
              file, entry.id(), "cell-word", number, column.label(), quoted.group(1), kind.words());
        }
      }
      case YES_OR_NO -> {
        if (!Set.of("true", "false").contains(text)) {
          cell(entry, "output-cell-YES_OR_NO", column, text);
        }
      }
      case NUMBER -> {
        if (!NUMBER.matcher(text).matches()) {
          cell(entry, "output-cell-NUMBER", column, text);
        } else if (Long.parseLong(text) < kind.least() || Long.parseLong(text) > kind.most()) {
          faults.add(
              file,
              entry.id(),
              "cell-range",
              number,
              column.label(),
              text,
              kind.least(),
              kind.most());
        }
      }
    }
  }

  private void cell(Node entry, String code, OutputColumn column, String text) {
    faults.add(file, entry.id(), code, number, column.label(), text);
  }

  boolean isReadable() {
    return readable;
  }

  int number() {
    return number;
  }

  String id() {
    return rule.id();
  }

  Cell cell(int column) {
    return cells.get(column);
  }

  boolean holds(List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!cells.get(i).test().holds(values.get(i))) {
        return false;
      }
    }
    return true;
  }
}
