package vn.dvc.pay.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Ends an exchange that takes too long, in whatever stage it is, by closing its connection, and
 * reads the whole answer within its limits before anything looks at it.
 */
class WholeExchangeLimit implements ExecChainHandler {
  private static final ScheduledThreadPoolExecutor ALARMS = alarms();

  private final ExchangeLimits limits;

  WholeExchangeLimit(ExchangeLimits limits) {
    this.limits = limits;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    var over = new AtomicBoolean();
    var alarm = alarm((Cancellable) scope.originalRequest, over);
    try {
      return whole(chain.proceed(request, scope), scope);
    } catch (IOException | HttpException | RuntimeException broken) {
      scope.execRuntime.discardEndpoint();
      if (over.get()) {
        throw new ExchangeTooSlow(limits.whole());
      }
      throw broken;
    } finally {
      alarm.cancel(false);
    }
  }

  private ScheduledFuture<?> alarm(Cancellable request, AtomicBoolean over) {
    return ALARMS.schedule(
        () -> {
          over.set(true);
          request.cancel();
        },
        limits.whole().toNanos(),
        TimeUnit.NANOSECONDS);
  }

  private ClassicHttpResponse whole(ClassicHttpResponse response, ExecChain.Scope scope)
      throws IOException {
    // We never ask for packed answers, and nobody shall unpack one: its size is not limited.
    response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
    var entity = response.getEntity();
    if (entity == null) {
      return response;
    }
    if (limits.bytes() == ExchangeLimits.NO_BODY) {
      scope.execRuntime.discardEndpoint();
      response.setEntity(null);
      return response;
    }
    try (var content = entity.getContent()) {
      var bytes = new ByteArrayOutputStream();
      var some = new byte[4096];
      for (int count = content.read(some); count >= 0; count = content.read(some)) {
        bytes.write(some, 0, count);
        if (bytes.size() > limits.bytes()) {
          // At once, because closing the stream would read on to its end.
          scope.execRuntime.discardEndpoint();
          throw new AnswerTooLong(limits.bytes());
        }
      }
      response.setEntity(
          new ByteArrayEntity(bytes.toByteArray(), ContentType.APPLICATION_OCTET_STREAM));
      return response;
    }
  }

  private static ScheduledThreadPoolExecutor alarms() {
    var threads = new CustomizableThreadFactory("exchange-limit-");
    threads.setDaemon(true);
    var alarms = new ScheduledThreadPoolExecutor(1, threads);
    alarms.setRemoveOnCancelPolicy(true);
    return alarms;
  }

  /** The answer was not read because it is longer than agreed. */
  static final class AnswerTooLong extends IOException {
    private static final long serialVersionUID = 1;

    AnswerTooLong(long bytes) {
      super("longer than " + bytes + " bytes");
    }
  }

  /** The exchange was ended because it took too long as a whole. */
  static final class ExchangeTooSlow extends IOException {
    private static final long serialVersionUID = 1;

    ExchangeTooSlow(Duration whole) {
      super("not finished within " + whole);
    }
  }
}
