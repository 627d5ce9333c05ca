package vn.dvc.pay.web.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.signin.OpenIdSignIn;
import vn.dvc.pay.web.security.sessions.StaffSessions;

/**
 * Tasklist, Cockpit and Admin have their own CSRF cookie and headers, with which ours would only
 * interfere. Staff come signed in by the authority's identity provider; in production nobody enters
 * otherwise, and outside it the pages' own login stays for the demo accounts.
 */
@Configuration(proxyBeanMethods = false)
class CamundaSecurityConfiguration {
  private static final RequestMatcher LOGIN =
      withDefaults().matcher("/camunda/api/admin/auth/user/*/login/*");
  private static final RequestMatcher LOGOUT =
      withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");
  private static final RequestMatcher NO_API =
      new NegatedRequestMatcher(withDefaults().matcher("/camunda/api/**"));
  private static final RequestMatcher PAGES =
      new AndRequestMatcher(withDefaults().matcher(HttpMethod.GET, "/camunda/**"), NO_API);

  @Bean
  @Order(1)
  SecurityFilterChain camundaChain(HttpSecurity http, OpenIdSignIn openId) throws Exception {
    var contexts = new HttpSessionSecurityContextRepository();
    contexts.setSpringSecurityContextKey(StaffSessions.CONTEXT);
    openId.admitStaffTo(http, NO_API, LOGOUT);
    if (openId.passwords()) {
      http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .requestCache(AbstractHttpConfigurer::disable);
    } else {
      requireProvider(http);
    }
    // A pattern given as text would not match the engine's servlets.
    return http.securityMatcher(withDefaults().matcher("/camunda/**"))
        .addFilterAfter(new MayOpenFilter(NO_API), AuthorizationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .securityContext(context -> context.securityContextRepository(contexts))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void requireProvider(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
            requests -> requests.requestMatchers(LOGIN).denyAll().anyRequest().hasRole("STAFF"))
        .requestCache(cache -> cache.requestCache(SignInPage.wishes(PAGES)))
        .exceptionHandling(
            refusals ->
                refusals
                    .defaultAuthenticationEntryPointFor(
                        new SignInPage(Audience.STAFF.start()), PAGES)
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        AnyRequestMatcher.INSTANCE));
  }
}
