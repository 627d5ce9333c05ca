package vn.dvc.pay.operations.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;

/** What Prometheus reads of us, and that alerts and dashboard ask for nothing else. */
@OperatorsTest
class OverviewMetersTest {
  /** Timers and counters that exist once something was called or ended. */
  private static final List<String> LATER =
      List.of(
          "dvc_bank_calls_seconds_count",
          "dvc_bank_calls_seconds_bucket",
          "dvc_payments_finished_total");

  private static final Pattern METRIC = Pattern.compile("\\bdvc_[a-z_]+");

  @Autowired List<MeterBinder> binders;

  @Test
  void theFactsOfTheOverviewAreMetrics() {
    assertThat(scrape())
        .contains(
            "dvc_steps_stuck ",
            "dvc_outbox_oldest_seconds ",
            "dvc_bank_breaker_open{bank=\"970415\",line=\"inquiries\"} 0.0",
            "dvc_bank_slots_busy{bank=\"970431\",line=\"calls\"} 0.0",
            "dvc_payments_open{method=\"CARD\",status=\"BEING_CHECKED\"}",
            "dvc_cases_oldest_seconds{kind=\"unknown-outcome\"}",
            "dvc_clock_right 1.0")
        .doesNotContain("NaN");
  }

  @Test
  void alertsAndDashboardAskOnlyForMetricsThatExist() throws IOException {
    var scraped = scrape();
    var asked = new TreeSet<String>();
    for (var file : List.of("alerts.yaml", "dashboard.json")) {
      METRIC
          .matcher(Files.readString(Path.of("monitoring", file)))
          .results()
          .forEach(found -> asked.add(found.group()));
    }

    assertThat(asked).hasSizeGreaterThan(12);
    assertThat(asked)
        .filteredOn(metric -> !LATER.contains(metric))
        .allSatisfy(metric -> assertThat(scraped).containsPattern("(?m)^" + metric + "[ {]"));
  }

  private String scrape() {
    var prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    binders.stream()
        .filter(binder -> binder.getClass().getName().startsWith("vn.dvc."))
        .forEach(binder -> binder.bindTo(prometheus));
    return prometheus.scrape();
  }
}
