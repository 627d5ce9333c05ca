package vn.dvc.pay.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.web.security.accounts.PasswordCheck;
import vn.dvc.pay.web.security.accounts.StaffRoles;
import vn.dvc.pay.web.security.forms.ExpiredFormHandler;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.signin.OpenIdSignIn;
import vn.dvc.pay.web.security.sessions.StaffSessions;

/**
 * The operations pages, for members of the group {@code operators}. They sign in at the authority's
 * identity provider; outside production also with their Tasklist password.
 */
@Configuration(proxyBeanMethods = false)
class StaffSecurityConfiguration {
  private static final String LOGIN = "/operations/login";

  @Bean
  @Order(4)
  SecurityFilterChain staffChain(
      HttpSecurity http,
      Staff staff,
      OpenIdSignIn openId,
      @Qualifier("staffClaims") OAuth2UserService<OidcUserRequest, OidcUser> claims,
      PageHeaders headers)
      throws Exception {
    // In production the engine's own passwords count for nothing.
    var passwords = openId.passwords();
    var check = new PasswordCheck<StaffMember>(staff::authenticate, StaffRoles::of);
    // Kept apart from the session of a payer who signed in with the same browser.
    var contexts = new HttpSessionSecurityContextRepository();
    contexts.setSpringSecurityContextKey(StaffSessions.CONTEXT);
    openId.addTo(http, Audience.STAFF, contexts);
    if (passwords) {
      http.formLogin(form -> form.loginPage(LOGIN).successHandler(new OwnHome()).permitAll());
    }
    return http.securityMatcher("/operations", "/operations/**")
        .authenticationManager(
            new ProviderManager(managers(passwords, check, openId.codes(claims))))
        .securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(LOGIN, "/operations/signed-out")
                    .permitAll()
                    .anyRequest()
                    .hasRole("OPERATOR"))
        .logout(
            logout ->
                logout
                    .logoutUrl("/operations/logout")
                    .logoutSuccessHandler(openId.signOut(Audience.STAFF)))
        .requestCache(cache -> cache.requestCache(wishes()))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        new SignInPage(passwords ? LOGIN : Audience.STAFF.start()))
                    .accessDeniedHandler(new ExpiredFormHandler(LOGIN + "?expired")))
        .headers(headers)
        .build();
  }

  /** The first page is nobody's wish: a sign-in leads to the page that is that member's own. */
  private static RequestCache wishes() {
    return SignInPage.wishes(
        request ->
            request.getMethod().equals("GET") && !request.getServletPath().equals("/operations"));
  }

  private static final class OwnHome extends SavedRequestAwareAuthenticationSuccessHandler {
    @Override
    protected String determineTargetUrl(
        HttpServletRequest request, HttpServletResponse response, Authentication member) {
      return StaffRoles.home(member);
    }
  }

  private static List<AuthenticationProvider> managers(
      boolean passwords, AuthenticationProvider check, AuthenticationProvider codes) {
    return passwords ? List.of(check, codes) : List.of(codes);
  }
}
