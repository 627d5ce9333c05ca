package vn.dvc.pay.web.security;

import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The headers of all our pages: no foreign or inline content, no framing, no referrer. Spring
 * Security's defaults already forbid browsers to store pages.
 */
@Component
class PageHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {
  private static final List<String> POLICY =
      List.of(
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "object-src 'none'");
  private final boolean production;

  PageHeaders(Environment environment) {
    this.production = environment.acceptsProfiles(Profiles.of("production"));
  }

  @Override
  public void customize(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(String.join("; ", POLICY)))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
    if (production) {
      // Even if a proxy in front of us terminates TLS, the browser must come back over https.
      headers.httpStrictTransportSecurity(
          hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }
}
