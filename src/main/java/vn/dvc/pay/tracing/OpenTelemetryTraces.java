package vn.dvc.pay.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Traces by OpenTelemetry, with their ids in the log lines. */
final class OpenTelemetryTraces implements Traces, AutoCloseable {
  /** Named in {@code logging.pattern.correlation}. */
  private static final String LOGGED = "trace";

  private static final String PARENT = "traceparent";
  private static final TextMapGetter<Map<String, String>> HEADERS = new Headers();

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  OpenTelemetryTraces(SpanProcessor exported) {
    var service = Attributes.builder().put("service.name", "dvc-pay").build();
    provider =
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().merge(Resource.create(service)))
            .addSpanProcessor(exported)
            .build();
    tracer = provider.get("vn.dvc.pay");
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public @Nullable String current() {
    var headers = new HashMap<String, String>();
    W3CTraceContextPropagator.getInstance()
        .inject(Context.current(), headers, (to, key, value) -> headers.put(key, value));
    return headers.get(PARENT);
  }

  @Override
  public Span begin(String name, @Nullable String parent) {
    var span = tracer.spanBuilder(name).setParent(causeOf(parent)).startSpan();
    return new Begun(span);
  }

  private static Context causeOf(@Nullable String parent) {
    var here = Context.current();
    var isCaused = io.opentelemetry.api.trace.Span.fromContext(here).getSpanContext().isValid();
    return isCaused || parent == null
        ? here
        : W3CTraceContextPropagator.getInstance().extract(here, Map.of(PARENT, parent), HEADERS);
  }

  /** Sends what is left, for at most ten seconds. */
  @Override
  public void close() {
    provider.close();
  }

  private static final class Begun implements Span {
    private final io.opentelemetry.api.trace.Span span;
    private final Scope scope;
    private final @Nullable String loggedBefore = MDC.get(LOGGED);

    Begun(io.opentelemetry.api.trace.Span span) {
      this.span = span;
      this.scope = span.makeCurrent();
      MDC.put(LOGGED, span.getSpanContext().getTraceId());
    }

    @Override
    public Span with(String key, String value) {
      span.setAttribute(key, value);
      return this;
    }

    @Override
    public void rename(String name) {
      span.updateName(name);
    }

    @Override
    public void close() {
      if (loggedBefore == null) {
        MDC.remove(LOGGED);
      } else {
        MDC.put(LOGGED, loggedBefore);
      }
      scope.close();
      span.end();
    }
  }

  private static final class Headers implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }
}
