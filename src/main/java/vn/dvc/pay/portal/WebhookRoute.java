package vn.dvc.pay.portal;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Sends events to the portal. While the portal is down, a circuit breaker spares it and us; the
 * outbox retries. Bodies are never logged, and response bodies are not even read.
 */
@Component
class WebhookRoute extends RouteBuilder {
  static final String ENTRY = "direct:portal-webhooks";

  private final PortalSettings settings;

  WebhookRoute(PortalSettings settings) {
    this.settings = settings;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    from(ENTRY)
        .routeId("portal-webhooks")
        .circuitBreaker()
        .resilience4jConfiguration()
        .slidingWindowSize(10)
        .minimumNumberOfCalls(5)
        .failureRateThreshold(50)
        .waitDurationInOpenState(30)
        .permittedNumberOfCallsInHalfOpenState(2)
        .timeoutEnabled(false)
        .throwExceptionWhenHalfOpenOrOpenState(true)
        .end()
        .to(
            "portal-inbox:"
                + settings.url()
                + "/webhooks?throwExceptionOnFailure=false&ignoreResponseBody=true")
        .process(WebhookRoute::requireAvailable)
        .end();
  }

  private static void requireAvailable(Exchange answered) {
    var status = status(answered);
    if (status >= 500 || status == 429) {
      throw new PortalFailed(status);
    }
  }

  /** Zero if there was no answer. */
  static int status(Exchange exchange) {
    return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
  }
}
