package vn.dvc.sandbox.identity;

import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds to an ID token who somebody is and how surely this is known, and to the portal's token whom
 * it is for.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final People people;
  private final ProviderSettings settings;
  private final SignedOutNotices notices;

  TokenClaims(People people, ProviderSettings settings, SignedOutNotices notices) {
    this.people = people;
    this.settings = settings;
    this.notices = notices;
  }

  @Override
  public void customize(JwtEncodingContext token) {
    if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
      describe(token);
    } else if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(
        token.getAuthorizationGrantType())) {
      token.getJwsHeader().type("at+jwt");
      token
          .getClaims()
          .audience(List.of(settings.apiClient().audience()))
          .claim("client_id", token.getRegisteredClient().getClientId());
    }
  }

  private void describe(JwtEncodingContext token) {
    var signedIn = token.getPrincipal();
    var person =
        people
            .find(signedIn.getName())
            .orElseThrow(() -> new IllegalStateException("Nobody has this account any more"));
    token
        .getClaims()
        .claim("preferred_username", person.login())
        .claim("name", person.name())
        .claim("acr", "1".equals(signedIn.getDetails()) ? "1" : "2")
        .claims(
            claims -> {
              claims.putAll(person.claims());
              notices.remember(
                  (String) claims.get("sid"), token.getRegisteredClient().getClientId());
            });
  }
}
