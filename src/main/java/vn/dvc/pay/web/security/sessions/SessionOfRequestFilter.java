package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around Spring Session's own filter: what a request has read of its session, it need not ask. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionOfRequestFilter extends OncePerRequestFilter {
  private final SealedSessions<?> sessions;

  SessionOfRequestFilter(SealedSessions<?> sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions.beginRequest();
    try {
      chain.doFilter(request, response);
    } finally {
      sessions.endRequest();
    }
  }
}
