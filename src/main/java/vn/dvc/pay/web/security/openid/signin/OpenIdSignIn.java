package vn.dvc.pay.web.security.openid.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.web.security.openid.EndedSessionFilter;
import vn.dvc.pay.web.security.openid.LeavingFilter;
import vn.dvc.pay.web.security.openid.ProviderSessionsOnlyFilter;
import vn.dvc.pay.web.security.openid.SignOut;
import vn.dvc.pay.web.security.openid.SignedOutSessions;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.provider.IdentitySettings;
import vn.dvc.pay.web.security.openid.provider.ProviderHttp;
import vn.dvc.pay.web.security.openid.provider.ProviderTokens;
import vn.dvc.pay.web.security.openid.provider.Providers;

/** Adds sign-in and sign-out at a provider to the pages of an audience. */
@Component
public class OpenIdSignIn {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);

  private final IdentitySettings settings;
  private final Providers providers;
  private final ProviderTokens tokens;
  private final SignedOutSessions signedOut;
  private final SignOut signOut;
  private final DatabaseTime time;
  private final boolean passwords;

  OpenIdSignIn(
      IdentitySettings settings,
      Providers providers,
      ProviderTokens tokens,
      SignedOutSessions signedOut,
      SignOut signOut,
      DatabaseTime time,
      Environment environment) {
    this.settings = settings;
    this.providers = providers;
    this.tokens = tokens;
    this.signedOut = signedOut;
    this.signOut = signOut;
    this.time = time;
    this.passwords = environment.acceptsProfiles(Profiles.of("!production"));
  }

  /** Exchanges codes for ID tokens, and asks the claims who that is. */
  public AuthenticationProvider codes(OAuth2UserService<OidcUserRequest, OidcUser> claims) {
    var exchange = new RestClientAuthorizationCodeTokenResponseClient();
    exchange.setRestClient(ProviderHttp.tokens());
    var codes = new OidcAuthorizationCodeAuthenticationProvider(exchange, claims);
    codes.setJwtDecoderFactory(tokens);
    return codes;
  }

  public void addTo(HttpSecurity http, Audience audience, SecurityContextRepository contexts)
      throws Exception {
    endSessionsIn(http);
    if (!settings.isConfigured(audience)) {
      return;
    }
    var failures = failures(audience);
    http.oauth2Login(
        login ->
            login
                .loginPage(audience.login())
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NoClientTokens())
                .authorizationEndpoint(
                    start ->
                        start.authorizationRequestResolver(
                            new SignInRequests(providers, audience, settings)))
                .redirectionEndpoint(back -> back.baseUri(audience.callback()))
                .successHandler(new SignInSuccess(audience, contexts, time))
                .failureHandler(failures)
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(
                          O start) {
                        start.setAuthenticationFailureHandler(failures);
                        return start;
                      }
                    }));
  }

  /** Our sessions end with those at the provider. */
  public void endSessionsIn(HttpSecurity http) {
    http.addFilterBefore(
        new EndedSessionFilter(signedOut, settings.staff().askAgain()),
        AnonymousAuthenticationFilter.class);
  }

  /**
   * Lets staff of the provider into pages that have a login of their own, for as long as their
   * session at the provider lasts.
   *
   * @param pages what a browser shows of them
   * @param end the request by which these pages sign somebody out
   */
  public void admitStaffTo(HttpSecurity http, RequestMatcher pages, RequestMatcher end)
      throws Exception {
    http.addFilterAfter(
            new EndedSessionFilter(signedOut, settings.staff().askAgain()),
            SecurityContextHolderFilter.class)
        .addFilterAfter(new ProviderSessionsOnlyFilter(), EndedSessionFilter.class)
        .addFilterAfter(new LeavingFilter(pages), ProviderSessionsOnlyFilter.class)
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        request -> end.matches(request) && ProviderSessionsOnlyFilter.isSignedIn())
                    .logoutSuccessHandler(signOut.later()));
  }

  public LogoutSuccessHandler signOut(Audience audience) {
    return signOut.of(audience);
  }

  public boolean isConfigured(Audience audience) {
    return settings.isConfigured(audience);
  }

  /** For the staff's login page: where the sign-in at the provider begins; empty without one. */
  public String staffStart() {
    return settings.isConfigured(Audience.STAFF) ? Audience.STAFF.start() : "";
  }

  /** Whether people of the demonstration sign in with passwords as well. */
  public boolean passwords() {
    return passwords;
  }

  private static AuthenticationFailureHandler failures(Audience audience) {
    return (request, response, failure) -> refuse(audience, request, response, failure);
  }

  private static void refuse(
      Audience audience,
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationException failure)
      throws IOException {
    var code = Refusals.codeOf(failure);
    LOG.warn("Sign-in of {} refused: {}", audience.id(), code);
    response.sendRedirect(request.getContextPath() + audience.login() + "?refused=" + code);
  }
}
