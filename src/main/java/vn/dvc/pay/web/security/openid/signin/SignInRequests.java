package vn.dvc.pay.web.security.openid.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.provider.IdentitySettings;

/**
 * Asks the provider for the level of assurance that we require, and to sign somebody in anew who
 * was refused before.
 */
class SignInRequests implements OAuth2AuthorizationRequestResolver {
  private final DefaultOAuth2AuthorizationRequestResolver requests;

  SignInRequests(
      ClientRegistrationRepository providers, Audience audience, IdentitySettings settings) {
    requests = new DefaultOAuth2AuthorizationRequestResolver(providers, audience.authorization());
    var levels = settings.of(audience).levels();
    if (!levels.isEmpty()) {
      requests.setAuthorizationRequestCustomizer(
          request ->
              request.additionalParameters(
                  more -> more.put("acr_values", String.join(" ", levels))));
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return anew(request, requests.resolve(request));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
    return anew(request, requests.resolve(request, provider));
  }

  private static @Nullable OAuth2AuthorizationRequest anew(
      HttpServletRequest request, @Nullable OAuth2AuthorizationRequest signIn) {
    return signIn == null || request.getParameter("anew") == null
        ? signIn
        : OAuth2AuthorizationRequest.from(signIn)
            .additionalParameters(more -> more.put("prompt", "login"))
            .build();
  }
}
