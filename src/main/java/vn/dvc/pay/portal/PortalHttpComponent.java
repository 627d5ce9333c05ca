package vn.dvc.pay.portal;

import org.apache.camel.component.http.HttpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.http.BoundedHttpComponent;
import vn.dvc.pay.http.ExchangeLimits;

/** The HTTP components for the portal: one for profiles, one for webhooks. */
@Configuration(proxyBeanMethods = false)
class PortalHttpComponent {
  private static final long MAX_PROFILE_SIZE = 64 * 1024;

  @Bean("portal-http")
  HttpComponent portalHttpComponent(PortalSettings settings) {
    return component(settings, MAX_PROFILE_SIZE);
  }

  /** A webhook is accepted by the status alone, so what may follow it is not waited for. */
  @Bean("portal-inbox")
  HttpComponent portalInboxComponent(PortalSettings settings) {
    return component(settings, ExchangeLimits.NO_BODY);
  }

  private static HttpComponent component(PortalSettings settings, long bytes) {
    var whole = settings.wholeTime();
    var http =
        new BoundedHttpComponent(
            new ExchangeLimits(whole, settings.connectTimeout(), whole, bytes));
    http.setResponseTimeout(whole.toMillis());
    return http;
  }
}
