package vn.dvc.pay.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import vn.dvc.pay.bank.tls.BankCertificates;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;
import vn.dvc.pay.web.security.ports.BankCertificateFilter;
import vn.dvc.pay.web.security.ports.PortSettings;

/**
 * Banks deliver messages without signing in because each message proves its sender by its
 * signature, and where banks have a port of their own, beside it by the certificate under which it
 * came. Nothing else is reachable under this path.
 */
@Configuration(proxyBeanMethods = false)
class BankSecurityConfiguration {
  private static final String[] MESSAGES = {"/bank/v1/collections", "/bank/v1/notices"};

  private final ProblemWriter problems;
  private final BankCertificateFilter certificates;

  BankSecurityConfiguration(ProblemWriter problems, BankCertificates certificates) {
    this.problems = problems;
    this.certificates = new BankCertificateFilter(certificates, problems);
  }

  @Bean
  @Order(3)
  SecurityFilterChain banksChain(HttpSecurity http, PortSettings ports) throws Exception {
    if (ports.banks() > 0) {
      http.addFilterBefore(certificates, AuthorizationFilter.class);
    }
    return http.securityMatcher("/bank/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.POST, MESSAGES)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, none) -> refuse(request, response))
                    .accessDeniedHandler((request, response, none) -> refuse(request, response)))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (Set.of(MESSAGES).contains(request.getServletPath())) {
      response.setHeader(HttpHeaders.ALLOW, "POST");
      problems.write(request, response, new Problem(405, "method-not-allowed"));
    } else {
      problems.write(request, response, Problem.notFound("path-not-found"));
    }
  }
}
