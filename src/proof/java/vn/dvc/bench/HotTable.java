package vn.dvc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What JMH measured, as a table. */
final class HotTable {
  private HotTable() {}

  static String of(Path results) throws IOException {
    var text = new StringBuilder(Columns.line(List.of("code", "µs", "±", "KB allocated")));
    text.append("| --- | --- | --- | --- |\n");
    for (var each : new ObjectMapper().readTree(results.toFile())) {
      var time = each.path("primaryMetric");
      text.append(
          Columns.line(
              List.of(
                  name(each.path("benchmark").asText()),
                  "%.2f".formatted(time.path("score").asDouble()),
                  "%.2f".formatted(time.path("scoreError").asDouble()),
                  "%.1f".formatted(allocated(each) / 1024))));
    }
    return text.toString();
  }

  /** {@code SignatureBench.sign} of its full name. */
  private static String name(String full) {
    return full.replaceFirst("^.*\\.(\\w+\\.\\w+)$", "$1");
  }

  private static double allocated(JsonNode benchmark) {
    for (var metric : benchmark.path("secondaryMetrics").properties()) {
      if (metric.getKey().endsWith("gc.alloc.rate.norm")) {
        return metric.getValue().path("score").asDouble();
      }
    }
    return Double.NaN;
  }
}
