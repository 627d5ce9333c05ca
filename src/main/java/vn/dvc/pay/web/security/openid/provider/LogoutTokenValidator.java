package vn.dvc.pay.web.security.openid.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, wants it checked. */
class LogoutTokenValidator implements OAuth2TokenValidator<Jwt> {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final ClientRegistration provider;

  LogoutTokenValidator(ClientRegistration provider) {
    this.provider = provider;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    return isValid(token)
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request"));
  }

  private boolean isValid(Jwt token) {
    var issued = token.getIssuedAt();
    return provider.getProviderDetails().getIssuerUri().equals(token.getClaimAsString("iss"))
        && token.getAudience() != null
        && token.getAudience().contains(provider.getClientId())
        && issued != null
        && Duration.between(issued, Instant.now()).abs().compareTo(MAX_AGE) < 0
        && token.getClaim("events") instanceof Map<?, ?> events
        && events.containsKey(EVENT)
        && !token.hasClaim("nonce")
        && (token.hasClaim("sid") || token.getSubject() != null);
  }
}
