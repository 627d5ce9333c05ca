package vn.dvc.pay.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.web.security.accounts.PasswordCheck;
import vn.dvc.pay.web.security.accounts.StaffRoles;

/**
 * The operations pages, for members of the group {@code operators}, who use their Tasklist
 * password.
 */
@Configuration(proxyBeanMethods = false)
class StaffSecurityConfiguration {
  private static final String LOGIN = "/operations/login";

  @Bean
  @Order(4)
  SecurityFilterChain staffChain(HttpSecurity http, Staff staff, PageHeaders headers)
      throws Exception {
    var check = new PasswordCheck<StaffMember>(staff::authenticate, StaffRoles::of);
    // Kept apart from the session of a payer who signed in with the same browser.
    var contexts = new HttpSessionSecurityContextRepository();
    contexts.setSpringSecurityContextKey("STAFF_SECURITY_CONTEXT");
    return http.securityMatcher("/operations", "/operations/**")
        .authenticationManager(new ProviderManager(check))
        .securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers(LOGIN).permitAll().anyRequest().hasRole("OPERATOR"))
        .formLogin(form -> form.loginPage(LOGIN).defaultSuccessUrl("/operations").permitAll())
        .logout(
            logout -> logout.logoutUrl("/operations/logout").logoutSuccessUrl(LOGIN + "?signedOut"))
        .requestCache(cache -> cache.requestCache(SignInPage.wishes()))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(new SignInPage(LOGIN))
                    .accessDeniedHandler(new ExpiredFormHandler(LOGIN + "?expired")))
        .headers(headers)
        .build();
  }
}
