package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.web.DatabaseOutage;
import vn.dvc.pay.web.SafeStackTrace;

/**
 * Answers 503 wherever a request finds that the database cannot be reached and nobody nearer has
 * said so: when its session is read or written, while it is signed in, in a page of staff. The
 * session stays as it is, and so does its cookie: it counts again once the database is back.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 10)
class DatabaseAway extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException failed) {
      if (response.isCommitted() || !DatabaseOutage.isCauseOf(failed)) {
        throw failed;
      }
      LOG.error("Database unavailable: {}", SafeStackTrace.of(failed));
      // The page that says so shall not ask again.
      request.setAttribute(SealedCookies.UNREADABLE, true);
      response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.RETRY_AFTER);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
