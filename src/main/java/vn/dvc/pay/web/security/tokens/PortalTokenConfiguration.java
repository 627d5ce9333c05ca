package vn.dvc.pay.web.security.tokens;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What a token of the portal must be, beyond signature, issuer, audience and time. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
class PortalTokenConfiguration {

  @Bean
  OAuth2TokenValidator<Jwt> portalToken(
      @Value("${dvc.api.scope}") String scope, @Value("${dvc.api.clients}") List<String> clients) {
    return new PortalTokenValidator(scope, clients);
  }

  /** Issuers that keep to RFC 9068 name the type of an access token; older ones name none. */
  @Bean
  OAuth2TokenValidator<Jwt> accessTokenType() {
    var types = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
    types.setAllowEmpty(true);
    return types;
  }

  @Bean
  JwkSetUriJwtDecoderBuilderCustomizer typeIsValidatedByUs() {
    return decoder -> decoder.validateType(false);
  }
}
