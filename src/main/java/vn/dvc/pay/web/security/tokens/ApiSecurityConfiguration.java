package vn.dvc.pay.web.security.tokens;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;
import vn.dvc.pay.web.security.accounts.DemoAccounts;

/**
 * The portal calls the API as a client without a session: with HTTP Basic as the demo client, in
 * production with a bearer token of the configured issuer.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {
  private final ProblemWriter problems;

  ApiSecurityConfiguration(ProblemWriter problems) {
    this.problems = problems;
  }

  @Bean
  @Order(3)
  @Profile("!production")
  SecurityFilterChain demoApiChain(HttpSecurity http, DemoAccounts accounts) throws Exception {
    var entry = asksFor("Basic realm=\"DVC Pay\", charset=\"UTF-8\"");
    return common(http, entry)
        .authenticationManager(new ProviderManager(accounts.clients()))
        .httpBasic(basic -> basic.authenticationEntryPoint(entry))
        .build();
  }

  @Bean
  @Order(3)
  @Profile("production")
  SecurityFilterChain tokenApiChain(HttpSecurity http) throws Exception {
    var entry = asksFor("Bearer");
    return common(http, entry)
        .addFilterBefore(new TokenIssuerOutage(problems), BearerTokenAuthenticationFilter.class)
        .oauth2ResourceServer(
            server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(entry))
        .build();
  }

  private HttpSecurity common(HttpSecurity http, AuthenticationEntryPoint entry) throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/api/v1/keys", "/api/v1/openapi.yaml")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(entry)
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            problems.write(request, response, new Problem(403, "access-denied"))))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }

  private AuthenticationEntryPoint asksFor(String challenge) {
    return (request, response, missing) -> {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
      problems.write(request, response, new Problem(401, "authentication-required"));
    };
  }
}
