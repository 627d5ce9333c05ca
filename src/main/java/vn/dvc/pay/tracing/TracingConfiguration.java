package vn.dvc.pay.tracing;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Off unless a collector is named, to which spans are sent in the background by OTLP. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  /**
   * @param collector where spans are posted, such as {@code http://localhost:4318/v1/traces}
   * @param others another way to hand spans over, as tests have
   */
  @Bean
  Traces traces(
      @Value("${dvc.tracing.url:}") String collector, ObjectProvider<SpanProcessor> others) {
    var other = others.getIfUnique();
    if (other != null) {
      return new OpenTelemetryTraces(other);
    }
    return collector.isBlank() ? new NoTraces() : new OpenTelemetryTraces(sentTo(collector));
  }

  private static SpanProcessor sentTo(String collector) {
    return BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder().setEndpoint(collector).build())
        .build();
  }
}
