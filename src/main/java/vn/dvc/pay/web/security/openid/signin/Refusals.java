package vn.dvc.pay.web.security.openid.signin;

import java.util.Set;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Why somebody whom the provider knows is not let in; the login page says it in words. */
final class Refusals {
  /** The provider is not sure enough who it is. */
  static final String LEVEL = "level";

  /** The claims describe nobody who can be let in here. */
  static final String ACCOUNT = "account";

  /** Everything else, such as a provider that does not answer. */
  static final String PROVIDER = "provider";

  private Refusals() {}

  static OAuth2AuthenticationException because(String code) {
    return new OAuth2AuthenticationException(new OAuth2Error(code));
  }

  static void requireLevel(OidcIdToken token, Set<String> levels) {
    if (!levels.isEmpty() && !levels.contains(token.getAuthenticationContextClass())) {
      throw because(LEVEL);
    }
  }

  static String codeOf(AuthenticationException failure) {
    return failure instanceof OAuth2AuthenticationException refusal
            && Set.of(LEVEL, ACCOUNT).contains(refusal.getError().getErrorCode())
        ? refusal.getError().getErrorCode()
        : PROVIDER;
  }
}
