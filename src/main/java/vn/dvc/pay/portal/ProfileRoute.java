package vn.dvc.pay.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Requests profiles from the portal. Has its own circuit breaker, so that undelivered events keep
 * nobody from registering. Reads the whole answer within a size and time limit, because the
 * response time-out only limits silence.
 */
@Component
class ProfileRoute extends RouteBuilder {
  static final String ENTRY = "direct:portal-profiles";
  private static final int MAX_SIZE = 64 * 1024;

  private final PortalSettings settings;

  ProfileRoute(PortalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from(ENTRY)
        .routeId("portal-profiles")
        .circuitBreaker()
        .resilience4jConfiguration()
        .slidingWindowSize(10)
        .minimumNumberOfCalls(5)
        .failureRateThreshold(50)
        .waitDurationInOpenState(15)
        .permittedNumberOfCallsInHalfOpenState(2)
        .timeoutEnabled(false)
        .throwExceptionWhenHalfOpenOrOpenState(true)
        .end()
        .to(
            "portal-http:"
                + settings.url()
                + "/profiles?throwExceptionOnFailure=false&disableStreamCache=true")
        .process(this::readAnswer)
        .end();
  }

  private void readAnswer(Exchange answered) throws IOException {
    var status = WebhookRoute.status(answered);
    var whole = new byte[0];
    try (var content = answered.getMessage().getBody(InputStream.class)) {
      if (content != null) {
        whole = read(content, settings.responseTimeout());
      }
    }
    answered.getMessage().setBody(whole);
    if (status >= 500 || status == 429 || status == 0) {
      throw new PortalFailed(status);
    }
  }

  private static byte[] read(InputStream content, Duration within) throws IOException {
    var start = System.nanoTime();
    var whole = new ByteArrayOutputStream();
    var some = new byte[4096];
    for (int count = content.read(some); count >= 0; count = content.read(some)) {
      whole.write(some, 0, count);
      if (whole.size() > MAX_SIZE || System.nanoTime() - start > within.toNanos()) {
        throw new IOException("answer too long or too slow");
      }
    }
    return whole.toByteArray();
  }
}
