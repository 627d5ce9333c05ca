package vn.dvc.pay.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * The health endpoint is public, with liveness and readiness at /livez and /readyz, too. Metrics
 * are served only on a management port of its own, which only the watchers' network reaches. Every
 * other actuator endpoint is denied.
 */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurityConfiguration {
  private static final String METRICS = "/actuator/prometheus";
  private final Environment environment;

  ActuatorSecurityConfiguration(Environment environment) {
    this.environment = environment;
  }

  @Bean
  @Order(2)
  SecurityFilterChain actuatorChain(HttpSecurity http) throws Exception {
    return http.securityMatcher("/actuator/**", "/livez", "/readyz")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/**", "/livez", "/readyz")
                    .permitAll()
                    .requestMatchers(this::isMetricsOnTheirPort)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** The port that took the connection, whatever a Host header says. */
  private boolean isMetricsOnTheirPort(HttpServletRequest request) {
    var management = environment.getProperty("local.management.port", Integer.class);
    var main = environment.getProperty("local.server.port", Integer.class);
    return METRICS.equals(request.getRequestURI())
        && management != null
        && !management.equals(main)
        && management == request.getLocalPort();
  }
}
