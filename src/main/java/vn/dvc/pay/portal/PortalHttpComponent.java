package vn.dvc.pay.portal;

import org.apache.camel.component.http.HttpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP component for the portal: sends each request once and follows no redirects. */
@Configuration(proxyBeanMethods = false)
class PortalHttpComponent {

  @Bean("portal-http")
  HttpComponent portalHttpComponent(PortalSettings settings) {
    var http = new HttpComponent();
    http.setAutomaticRetriesDisabled(true);
    http.setFollowRedirects(false);
    http.setCookieManagementDisabled(true);
    http.setConnectTimeout(settings.connectTimeout().toMillis());
    http.setResponseTimeout(settings.responseTimeout().toMillis());
    http.setConnectionRequestTimeout(settings.responseTimeout().toMillis());
    http.setConnectionTimeToLive(45_000);
    http.setHttpClientConfigurer(
        client ->
            client
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement());
    return http;
  }
}
