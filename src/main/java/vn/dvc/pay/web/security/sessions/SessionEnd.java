package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions before a request may use them: after a fixed time, and those of staff whose account
 * was removed or whose password was changed. Nobody goes on with rights that were taken away.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@EnableConfigurationProperties(SessionSettings.class)
class SessionEnd extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);

  private final SessionSettings settings;
  private final StaffSessions staff;

  SessionEnd(SessionSettings settings, StaffSessions staff) {
    this.settings = settings;
    this.staff = staff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null) {
      if (isOver(session)) {
        session.invalidate();
      } else {
        staff.readGroups(session);
      }
    }
    try {
      chain.doFilter(request, response);
    } finally {
      var now = request.getSession(false);
      if (now != null) {
        staff.noteSignIn(now);
      }
    }
  }

  private boolean isOver(HttpSession session) {
    var age = Duration.ofMillis(System.currentTimeMillis() - session.getCreationTime());
    if (age.compareTo(settings.longest()) >= 0) {
      LOG.info("A session has ended after {}", settings.longest());
      return true;
    }
    return staff.isOver(session);
  }
}
