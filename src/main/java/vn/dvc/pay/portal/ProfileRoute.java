package vn.dvc.pay.portal;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Requests profiles from the portal. Has its own circuit breaker, so that undelivered events keep
 * nobody from registering.
 */
@Component
class ProfileRoute extends RouteBuilder {
  static final String ENTRY = "direct:portal-profiles";

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
        .to("portal-http:" + settings.url() + "/profiles?throwExceptionOnFailure=false")
        .process(ProfileRoute::requireAvailable)
        .end();
  }

  private static void requireAvailable(Exchange answered) {
    var status = WebhookRoute.status(answered);
    if (status >= 500 || status == 429 || status == 0) {
      throw new PortalFailed(status);
    }
  }
}
