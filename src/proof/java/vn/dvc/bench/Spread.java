package vn.dvc.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A figure of several repetitions: the median, and the least and the most beside it. */
final class Spread {
  private Spread() {}

  static double median(List<Row> rows, ToDoubleFunction<Row> figure) {
    var sorted = rows.stream().mapToDouble(figure).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  static String of(List<Row> rows, int decimals, ToDoubleFunction<Row> figure) {
    var sorted = rows.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0 || Arrays.stream(sorted).anyMatch(Double::isNaN)) {
      return "–";
    }
    var format = "%,." + decimals + "f";
    var middle = format.formatted(sorted[sorted.length / 2]);
    var from = format.formatted(sorted[0]);
    var to = format.formatted(sorted[sorted.length - 1]);
    return from.equals(to) ? middle : "%s (%s–%s)".formatted(middle, from, to);
  }
}
