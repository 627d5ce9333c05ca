package vn.dvc.pay.bank.channel;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.bank.statements.StatementSettings;

/** The HTTP component for all banks: sends each request at most once and follows no redirects. */
@Configuration(proxyBeanMethods = false)
class BankHttpComponent {
  private static final long MAX_ANSWER_SIZE = 64 * 1024;

  /** Retries are disabled twice over, because a single one would be a second debit. */
  @Bean("bank-http")
  HttpComponent bankHttpComponent(BankSettings settings) {
    var waits = settings.bank();
    var wholeTime = waits.connectTimeout().plus(waits.responseTimeout());
    return component(settings, new BoundedResponseReader(wholeTime, MAX_ANSWER_SIZE));
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
    // Otherwise the headers we sent, including our signature, would pass for the bank's where it
    // sends none.
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
