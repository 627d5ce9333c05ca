package vn.dvc.pay.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Spans reach a collector by OTLP, and only where one is named. */
@Tag("fast")
class OpenTelemetryTracesTest {
  private final CompletableFuture<String> posted = new CompletableFuture<>();
  private HttpServer collector;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          posted.complete(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void spansArePostedToTheCollector() throws Exception {
    try (var traces = (OpenTelemetryTraces) traces(address())) {
      traces.begin("card-payment.capture", null).with("subject", "P1").close();
    }

    assertThat(posted.get(10, TimeUnit.SECONDS))
        .contains("dvc-pay", "card-payment.capture", "subject", "P1");
  }

  @Test
  void withoutACollectorNothingIsTraced() {
    var traces = traces("");
    try (var span = traces.begin("card-payment.capture", null)) {
      span.with("subject", "P1");
      assertThat(traces.current()).isNull();
    }
    assertThat(traces.isOn()).isFalse();
  }

  @Test
  void workContinuesWhatCausedItUnlessItsThreadIsAlreadyInASpan() {
    try (var traces = (OpenTelemetryTraces) traces(address())) {
      String cause;
      try (var request = traces.begin("POST", null)) {
        cause = traces.current();
        assertThat(cause).contains(MDC.get("trace"));
      }
      assertThat(MDC.get("trace")).isNull();
      assertThat(traces.current()).isNull();

      try (var step = traces.begin("step", cause)) {
        assertThat(MDC.get("trace")).isEqualTo(cause.split("-")[1]);
        try (var call =
            traces.begin("bank OTP", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01")) {
          assertThat(MDC.get("trace")).isEqualTo(cause.split("-")[1]);
        }
        assertThat(MDC.get("trace")).isEqualTo(cause.split("-")[1]);
      }
      try (var broken = traces.begin("step", "no header")) {
        assertThat(traces.current()).isNotNull().isNotEqualTo(cause);
      }
    }
  }

  private String address() {
    return "http://localhost:" + collector.getAddress().getPort() + "/v1/traces";
  }

  private static Traces traces(String collector) {
    var others = new StaticListableBeanFactory().getBeanProvider(SpanProcessor.class);
    return new TracingConfiguration().traces(collector, others);
  }
}
