package vn.dvc.pay.bank.channel;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.bank.statements.StatementSettings;

/** The HTTP component of all banks: each request leaves at most once and goes nowhere else. */
@Configuration(proxyBeanMethods = false)
class BankHttpComponent {
  private static final long LONGEST_ANSWER = 64 * 1024;

  /** Retries are switched off twice over; one that slipped through would be a second debit. */
  @Bean("bank-http")
  HttpComponent bankHttpComponent(BankSettings settings) {
    var waits = settings.bank();
    var wholeTime = waits.connectTimeout().plus(waits.responseTimeout());
    return component(settings, new BoundedResponseReader(wholeTime, LONGEST_ANSWER));
  }

  /** The same for statements, which are longer and may take longer. */
  @Bean("bank-statements")
  HttpComponent statementHttpComponent(BankSettings settings, StatementSettings waits) {
    return component(
        settings, new BoundedResponseReader(waits.wholeTime(), waits.atMost().toBytes()));
  }

  private static HttpComponent component(BankSettings settings, BoundedResponseReader whole) {
    var waits = settings.bank();
    var http = new HttpComponent();
    http.setAutomaticRetriesDisabled(true);
    http.setFollowRedirects(false);
    http.setCookieManagementDisabled(true);
    // Else what we sent, our signature too, would be read as the bank's where it sends none.
    http.setCopyHeaders(false);
    http.setConnectionRequestTimeout(waits.lease().toMillis());
    http.setConnectTimeout(waits.connectTimeout().toMillis());
    http.setConnectionTimeToLive(45_000);
    http.setHttpClientConfigurer(
        client ->
            client
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .evictIdleConnections(TimeValue.ofSeconds(20))
                .addExecInterceptorFirst("whole-answer", whole));
    return http;
  }
}
