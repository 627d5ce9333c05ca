package vn.dvc.pay.web.security;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import vn.dvc.pay.engine.signin.SignInAttempts;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.security.accounts.PasswordCheck;
import vn.dvc.pay.web.security.accounts.PayerAccounts;
import vn.dvc.pay.web.security.forms.ExpiredFormHandler;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.signin.OpenIdSignIn;

/**
 * The payers' pages: everything that no other security configuration covers. Payers sign in at the
 * portal's identity provider; demo payers also through the login form.
 */
@Configuration(proxyBeanMethods = false)
class PayerSecurityConfiguration {

  /** Nobody looks at how long each filter takes, and timing them all costs each request. */
  @Bean
  SecurityObservationSettings noTimesOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(5)
  SecurityFilterChain payerChain(
      HttpSecurity http,
      ObjectProvider<PayerAccounts> accounts,
      OpenIdSignIn openId,
      @Qualifier("payerClaims") OAuth2UserService<OidcUserRequest, OidcUser> claims,
      SignInAttempts attempts,
      PageHeaders headers)
      throws Exception {
    var check =
        new PasswordCheck<SignedInPayer>(
            (login, password) ->
                attempts.tried(login, () -> authenticate(accounts, login, password)),
            payer -> List.of("ROLE_PAYER"));
    // Where there are no passwords, there is nothing to choose on a login page of ours.
    var passwords = accounts.stream().findAny().isPresent();
    var entry = passwords ? Audience.PAYERS.login() : Audience.PAYERS.start();
    var contexts = new HttpSessionSecurityContextRepository();
    openId.addTo(http, Audience.PAYERS, contexts);
    if (passwords) {
      http.formLogin(form -> form.loginPage("/login").permitAll());
    }
    return http.authenticationManager(new ProviderManager(check, openId.codes(claims)))
        .securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/error",
                        "/login",
                        "/check",
                        "/notices/stop/*",
                        "/signed-out",
                        "/assets/**",
                        "/favicon.ico")
                    .permitAll()
                    .anyRequest()
                    .hasRole("PAYER"))
        // Its token is what entitles to it, whoever is signed in: mail programs send it by
        // themselves.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/notices/stop/*"))
        .logout(logout -> logout.logoutSuccessHandler(openId.signOut(Audience.PAYERS)).permitAll())
        .requestCache(cache -> cache.requestCache(SignInPage.wishes()))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(new SignInPage(entry))
                    .accessDeniedHandler(new ExpiredFormHandler("/login?expired")))
        .headers(headers)
        .build();
  }

  private static Optional<SignedInPayer> authenticate(
      ObjectProvider<PayerAccounts> accounts, String login, String password) {
    return accounts.stream().flatMap(some -> some.authenticate(login, password).stream()).findAny();
  }
}
