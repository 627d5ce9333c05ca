package vn.dvc.bench.client;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import vn.dvc.bench.client.Outcome.Percentiles;

/** How long the stages took, of all payments together. */
final class Latencies {
  private static final int DIGITS = 3;

  private final Map<Stage, Histogram> microseconds = new EnumMap<>(Stage.class);

  Latencies() {
    for (var stage : Stage.values()) {
      microseconds.put(stage, new ConcurrentHistogram(DIGITS));
    }
  }

  /** Clocks of two programs may differ by some microseconds, so that none may be negative. */
  void took(Stage stage, Instant from, Instant to) {
    var micros = Duration.between(from, to).toNanos() / 1_000;
    microseconds.get(stage).recordValue(Math.max(0, micros));
  }

  Map<Stage, Percentiles> percentiles() {
    var all = new EnumMap<Stage, Percentiles>(Stage.class);
    microseconds.forEach(
        (stage, histogram) -> {
          if (histogram.getTotalCount() > 0) {
            all.put(stage, of(histogram));
          }
        });
    return all;
  }

  private static Percentiles of(Histogram histogram) {
    return new Percentiles(
        histogram.getValueAtPercentile(50) / 1e3,
        histogram.getValueAtPercentile(95) / 1e3,
        histogram.getValueAtPercentile(99) / 1e3,
        histogram.getMaxValue() / 1e3);
  }
}
