package vn.dvc.pay.web.security.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;

/**
 * Asks callers to come again while the issuer of their tokens cannot be asked for its keys. That
 * says nothing about the token, and it is no fault of ours.
 */
class TokenIssuerOutage extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(TokenIssuerOutage.class);
  private static final String RETRY_AFTER = "10";

  private final ProblemWriter problems;

  TokenIssuerOutage(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (AuthenticationServiceException | JwtDecoderInitializationException outage) {
      LOG.error(
          "The issuer of tokens cannot be asked: {}",
          NestedExceptionUtils.getMostSpecificCause(outage).getClass().getSimpleName());
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
      problems.write(request, response, new Problem(503, "temporarily-unavailable"));
    }
  }
}
