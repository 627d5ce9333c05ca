package vn.dvc.pay.web.security;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.security.accounts.PasswordCheck;
import vn.dvc.pay.web.security.accounts.PayerAccounts;

/**
 * The payers' pages: everything that no other security configuration covers. Payers sign in through
 * the login form.
 */
@Configuration(proxyBeanMethods = false)
class PayerSecurityConfiguration {

  @Bean
  @Order(5)
  SecurityFilterChain payerChain(
      HttpSecurity http, ObjectProvider<PayerAccounts> accounts, PageHeaders headers)
      throws Exception {
    var check =
        new PasswordCheck<SignedInPayer>(
            (login, password) -> authenticate(accounts, login, password),
            payer -> List.of("ROLE_PAYER"));
    return http.authenticationManager(new ProviderManager(check))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/error", "/login", "/assets/**", "/favicon.ico")
                    .permitAll()
                    .anyRequest()
                    .hasRole("PAYER"))
        .formLogin(form -> form.loginPage("/login").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?signedOut").permitAll())
        .requestCache(cache -> cache.requestCache(SignInPage.wishes()))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(new SignInPage("/login"))
                    .accessDeniedHandler(new ExpiredFormHandler("/login?expired")))
        .headers(headers)
        .build();
  }

  private static Optional<SignedInPayer> authenticate(
      ObjectProvider<PayerAccounts> accounts, String login, String password) {
    return accounts.stream().flatMap(some -> some.authenticate(login, password).stream()).findAny();
  }
}
