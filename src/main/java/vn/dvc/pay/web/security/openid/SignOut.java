package vn.dvc.pay.web.security.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.provider.Providers;
import vn.dvc.pay.web.security.ports.PublicAddresses;

/**
 * After somebody signed out here, the browser goes on to the provider, which ends its own session
 * and tells all other programs. Pages may send forms nowhere else, not even by a redirect, so it
 * goes there from a page in between.
 */
@Component
public class SignOut {
  static final String LEAVING = "dvc.leaving";

  private final Providers providers;
  private final PublicAddresses ours;

  SignOut(Providers providers, PublicAddresses ours) {
    this.providers = providers;
    this.ours = ours;
  }

  public LogoutSuccessHandler of(Audience audience) {
    return (request, response, who) -> leave(audience, request, response, who);
  }

  /**
   * For a page that signs out in the background: its browser goes on with the next page it opens.
   */
  public LogoutSuccessHandler later() {
    return (request, response, who) -> {
      var address = who == null ? null : providersAddress(who);
      if (address != null) {
        request.getSession().setAttribute(LEAVING, address);
      }
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    };
  }

  private void leave(
      Audience audience,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication who)
      throws IOException {
    var address = who == null ? null : providersAddress(who);
    if (address == null) {
      response.sendRedirect(request.getContextPath() + audience.login() + "?signedOut");
    } else {
      request.getSession().setAttribute(LEAVING, address);
      response.sendRedirect(request.getContextPath() + audience.leaving());
    }
  }

  private @Nullable String providersAddress(Authentication who) {
    if (!(who.getDetails() instanceof ProviderSession session)) {
      return null;
    }
    try {
      var provider = providers.of(session.audience());
      var endpoint =
          provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
      return endpoint == null
          ? null
          : UriComponentsBuilder.fromUriString(endpoint.toString())
              .queryParam("id_token_hint", "{token}")
              .queryParam("client_id", "{client}")
              .queryParam("post_logout_redirect_uri", "{home}")
              .build()
              .expand(
                  session.idToken(),
                  provider.getClientId(),
                  ours.of(session.audience().side()) + session.audience().login() + "?signedOut")
              .encode()
              .toUriString();
    } catch (RestClientException | IllegalStateException providerIsAway) {
      return null;
    }
  }
}
