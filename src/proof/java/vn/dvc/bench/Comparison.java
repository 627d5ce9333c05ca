package vn.dvc.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.dvc.bench.client.Job.Method;
import vn.dvc.bench.client.Stage;
import vn.dvc.bench.world.BankMood;
import vn.dvc.bench.world.Store;
import vn.dvc.bench.world.Way;

/** Our figures beside the floor's and the usual way's, of one run on one machine. */
final class Comparison {
  private final List<Row> rows;
  private final StringBuilder text = new StringBuilder();

  Comparison(List<Row> rows) {
    this.rows = rows;
  }

  String table() {
    text.append(Columns.line(List.of("ours ÷ other", "factor"))).append("| --- | --- |\n");
    for (var method : Method.values()) {
      for (var load : List.of(Load.inFlight(1), Load.inFlight(16), Load.inFlight(64))) {
        beside(Way.FLOOR, "statements", method, load, BankMood.AT_ONCE, Row::statements);
        beside(Way.FLOOR, "commits", method, load, BankMood.AT_ONCE, Row::commits);
        beside(Way.FLOOR, "processor", method, load, BankMood.AT_ONCE, Comparison::processor);
        beside(Way.USUAL, "processor", method, load, BankMood.AT_ONCE, Comparison::processor);
      }
    }
    asFast(Load.inFlight(16), BankMood.AFTER_200_MS);
    asFast(Load.inFlight(64), BankMood.AFTER_200_MS);
    asFast(Load.inFlight(64), BankMood.AFTER_1_S);
    hanging(Way.OURS);
    hanging(Way.USUAL);
    return text.toString();
  }

  private void asFast(Load load, BankMood banks) {
    beside(Way.USUAL, "payments/s", Method.CARD, load, banks, row -> row.outcome().perSecond());
  }

  private static double processor(Row row) {
    return row.used().application() + row.used().database();
  }

  private void beside(
      Way other,
      String what,
      Method method,
      Load load,
      BankMood banks,
      ToDoubleFunction<Row> figure) {
    var ours = Spread.median(cell(Way.OURS, method, load, banks), figure);
    var theirs = Spread.median(cell(other, method, load, banks), figure);
    var name = new Cell(other, Store.POSTGRES, method, load, banks).name();
    line(what + " ÷ " + name, ours / theirs);
  }

  private void hanging(Way way) {
    var arriving =
        rows.stream()
            .filter(row -> row.cell().way() == way && row.cell().store() == Store.POSTGRES)
            .filter(row -> row.cell().method() == Method.CARD && row.cell().load().inFlight() == 0)
            .toList();
    var normal = arriving.stream().filter(row -> !row.cell().banks().hang()).toList();
    var hang = arriving.stream().filter(row -> row.cell().banks().hang()).toList();
    // Two of three payers have a bank that does not hang.
    line(
        way.word() + ": other banks' payments while one hangs ÷ normal",
        Spread.median(hang, row -> row.outcome().paid())
            / (Spread.median(normal, row -> row.outcome().paid()) * 2 / 3));
    line(
        way.word() + ": their p95 to told ÷ normal",
        Spread.median(hang, Comparison::p95) / Spread.median(normal, Comparison::p95));
  }

  private static double p95(Row row) {
    var told = row.outcome().stages().get(Stage.TOLD);
    return told == null ? Double.NaN : told.p95();
  }

  private List<Row> cell(Way way, Method method, Load load, BankMood banks) {
    var wanted = new Cell(way, Store.POSTGRES, method, load, banks);
    return rows.stream().filter(row -> row.cell().equals(wanted)).toList();
  }

  private void line(String what, double factor) {
    if (Double.isFinite(factor)) {
      text.append(Columns.line(List.of(what, "%.2f".formatted(factor))));
    }
  }
}
