package vn.dvc.pay.web.security.tokens;

import java.time.Duration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;
import vn.dvc.pay.http.BoundedHttp;
import vn.dvc.pay.http.ExchangeLimits;
import vn.dvc.pay.web.security.openid.provider.KeptAnswer;
import vn.dvc.pay.web.security.openid.provider.PauseAfterFailure;

/** How the issuer of the API's tokens is asked for its keys: within limits, while callers wait. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class TokenIssuerConfiguration {
  private static final long MAX_KEYS_SIZE = 256 * 1024;
  private static final ExchangeLimits LIMITS =
      new ExchangeLimits(
          Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), MAX_KEYS_SIZE);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  JwkSetUriJwtDecoderBuilderCustomizer issuerWithinLimits() {
    return decoder -> decoder.restOperations(bounded(LIMITS, PAUSE));
  }

  /**
   * @param pause how long it is left alone after a failure, so that callers do not queue for it,
   *     and after an answer, so that tokens with unknown keys do not make us ask
   */
  static RestOperations bounded(ExchangeLimits limits, Duration pause) {
    var http =
        new RestTemplate(new HttpComponentsClientHttpRequestFactory(BoundedHttp.client(limits)));
    http.getInterceptors().add(new KeptAnswer(pause));
    http.getInterceptors().add(new PauseAfterFailure(pause));
    return http;
  }
}
