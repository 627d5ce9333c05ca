package vn.dvc.pay.web.security.openid.provider;

import java.time.Duration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import vn.dvc.pay.http.BoundedHttp;
import vn.dvc.pay.http.ExchangeLimits;

/**
 * How a provider is called while somebody waits: within limits, and not again right after a
 * failure.
 */
public final class ProviderHttp {
  private static final ExchangeLimits LIMITS =
      new ExchangeLimits(
          Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8), 256 * 1024);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private ProviderHttp() {}

  /** For what the provider publishes: its addresses and keys. */
  static RestTemplate published() {
    var http = new RestTemplate(factory());
    http.getInterceptors().add(new KeptAnswer(PAUSE));
    http.getInterceptors().add(new PauseAfterFailure(PAUSE));
    return http;
  }

  /** For the exchange of a code for tokens. */
  public static RestClient tokens() {
    return RestClient.builder()
        .requestFactory(factory())
        .messageConverters(
            converters -> {
              converters.clear();
              converters.add(new FormHttpMessageConverter());
              converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  private static HttpComponentsClientHttpRequestFactory factory() {
    return new HttpComponentsClientHttpRequestFactory(BoundedHttp.client(LIMITS));
  }
}
