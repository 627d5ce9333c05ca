package vn.dvc.pay.web.security.tokens;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Accepts only what was issued for this: an access token with our scope, held by a client that we
 * know, and valid for a limited time. An ID token of the same issuer says who somebody is, not what
 * a program may do.
 */
class PortalTokenValidator implements OAuth2TokenValidator<Jwt> {
  private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash", "acr");
  private final String scope;
  private final Set<String> clients;

  PortalTokenValidator(String scope, Collection<String> clients) {
    this.scope = scope;
    this.clients = Set.copyOf(clients);
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var refused = refusal(token);
    return refused == null
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", refused, null));
  }

  private @Nullable String refusal(Jwt token) {
    if (token.getExpiresAt() == null) {
      return "exp is missing";
    }
    if (token.getSubject() == null) {
      return "sub is missing";
    }
    if (OF_ID_TOKENS.stream().anyMatch(token::hasClaim) || "ID".equals(token.getClaim("typ"))) {
      return "an ID token is no access token";
    }
    if (!scopes(token.getClaim("scope")).contains(scope)) {
      return "scope is missing";
    }
    var client = token.hasClaim("client_id") ? "client_id" : "azp";
    return token.getClaim(client) instanceof String id && clients.contains(id)
        ? null
        : "client is not known";
  }

  /** Standard is one text with blanks; some issuers write a list. */
  private static Collection<?> scopes(@Nullable Object claim) {
    if (claim instanceof Collection<?> list) {
      return list;
    }
    return claim instanceof String text ? Arrays.asList(text.split(" ")) : Set.of();
  }
}
