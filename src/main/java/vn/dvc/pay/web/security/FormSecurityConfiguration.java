package vn.dvc.pay.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import vn.dvc.pay.engine.signin.TasklistSessions;
import vn.dvc.pay.web.security.accounts.TasklistVisitors;
import vn.dvc.pay.web.security.openid.signin.OpenIdSignIn;
import vn.dvc.pay.web.security.sessions.StaffSessions;

/**
 * The printed forms that tasks link to: for the bank's staff signed in to Tasklist and for
 * operators signed in to the operations pages. A Tasklist session opens nothing else of ours.
 */
@Configuration(proxyBeanMethods = false)
class FormSecurityConfiguration {
  // The browser shows the document in an embedded object; nothing else may load with it.
  private static final String POLICY =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'none'";

  @Bean
  @Order(3)
  SecurityFilterChain formChain(
      HttpSecurity http, TasklistSessions tasklist, OpenIdSignIn openId, PageHeaders pages)
      throws Exception {
    var contexts = new HttpSessionSecurityContextRepository();
    contexts.setSpringSecurityContextKey(StaffSessions.CONTEXT);
    openId.endSessionsIn(http);
    return http.securityMatcher("/operations/registrations/*/form.pdf")
        .securityContext(context -> context.securityContextRepository(contexts))
        .addFilterBefore(new TasklistVisitors(tasklist), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole("BANK", "OPERATOR"))
        .requestCache(cache -> cache.requestCache(SignInPage.wishes()))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(new SignInPage("/operations/login")))
        .headers(
            headers -> {
              pages.customize(headers);
              headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY));
            })
        .build();
  }
}
