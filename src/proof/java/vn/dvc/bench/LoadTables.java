package vn.dvc.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.dvc.bench.client.Outcome.Percentiles;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.measure.StatementGroup;

/** What the load showed: as payers see it, and what it cost. */
final class LoadTables {
  private final List<List<Row>> cells;

  LoadTables(List<Row> rows) {
    record Key(Cell cell, String java) {}
    var byCell = new LinkedHashMap<Key, List<Row>>();
    rows.forEach(
        row ->
            byCell
                .computeIfAbsent(new Key(row.cell(), row.java()), key -> new ArrayList<>())
                .add(row));
    cells = List.copyOf(byCell.values());
  }

  String asPayersSeeIt() {
    var columns = named(new Columns());
    columns.add("payments/s", rows -> Spread.of(rows, 1, row -> row.outcome().perSecond()));
    for (var stage : Stage.values()) {
      columns.add(stage.title() + ", p50 / p95 / p99 ms", rows -> percentiles(rows, stage));
    }
    columns.add("paid", rows -> Spread.of(rows, 0, row -> row.outcome().paid()));
    columns.add("failed", rows -> Spread.of(rows, 0, row -> row.outcome().failed()));
    return columns.table(cells);
  }

  String whatItCosts() {
    var columns = named(new Columns());
    columns.add("statements", rows -> Spread.of(rows, 1, Row::statements));
    for (var group : StatementGroup.values()) {
      columns.add(
          group.word(), rows -> Spread.of(rows, 1, row -> row.each(row.groups().get(group))));
    }
    columns.add("idle", rows -> Spread.of(rows, 1, Row::ofThemIdle));
    columns.add("commits", rows -> Spread.of(rows, 1, Row::commits));
    columns.add(
        "application ms", rows -> Spread.of(rows, 0, row -> row.each(row.used().application())));
    columns.add("database ms", rows -> Spread.of(rows, 0, row -> row.each(row.used().database())));
    columns.add("client ms", rows -> Spread.of(rows, 0, row -> row.each(row.used().client())));
    columns.add("sandbox ms", rows -> Spread.of(rows, 0, row -> row.each(row.used().sandbox())));
    columns.add(
        "allocated MB",
        rows -> Spread.of(rows, 1, row -> row.each(row.used().allocatedBytes()) / 1048576));
    columns.add("connections busy, mean", rows -> Spread.of(rows, 1, row -> row.used().busyMean()));
    columns.add("most", rows -> Spread.of(rows, 0, row -> row.used().busyMost()));
    columns.add("looks", rows -> Spread.of(rows, 1, row -> row.each(row.outcome().looks())));
    columns.add("flow nodes", rows -> Spread.of(rows, 1, row -> row.each(row.used().flowNodes())));
    columns.add(
        "flow nodes/s·core",
        rows -> Spread.of(rows, 0, row -> row.perSecondAndCore(row.used().flowNodes())));
    columns.add(
        "commits/s·core",
        rows -> Spread.of(rows, 0, row -> row.perSecondAndCore(row.used().commits())));
    return columns.table(cells);
  }

  private static Columns named(Columns columns) {
    return columns
        .add("cell", rows -> rows.get(0).cell().name())
        .add("JDK", rows -> rows.get(0).java());
  }

  private static String percentiles(List<Row> rows, Stage stage) {
    if (rows.stream().anyMatch(row -> !row.outcome().stages().containsKey(stage))) {
      return "–";
    }
    return Spread.of(rows, 0, row -> of(row, stage).p50())
        + " / "
        + Spread.of(rows, 0, row -> of(row, stage).p95())
        + " / "
        + Spread.of(rows, 0, row -> of(row, stage).p99());
  }

  private static Percentiles of(Row row, Stage stage) {
    return row.outcome().stages().get(stage);
  }
}
