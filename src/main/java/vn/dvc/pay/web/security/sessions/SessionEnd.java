package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions before a request may use them: after a fixed time, and those of staff whose account
 * was removed or whose password was changed. Nobody goes on with rights that were taken away. Notes
 * who has signed in before the answer leaves, since the next request may come to another node.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10)
class SessionEnd extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEnd.class);

  /** Nothing there looks at a session, which would be read in vain. */
  private static final List<String> WITHOUT_SESSIONS =
      List.of("/api/", "/assets/", "/bank/", "/identity/", "/actuator/", "/livez", "/readyz");

  private final SessionSettings settings;
  private final StaffSessions staff;
  private final Duration usual;

  SessionEnd(SessionSettings settings, StaffSessions staff, ServerProperties server) {
    this.settings = settings;
    this.staff = staff;
    this.usual = server.getServlet().getSession().getTimeout();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return WITHOUT_SESSIONS.stream().anyMatch(request.getServletPath()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    endOrRenew(request.getSession(false));
    try {
      chain.doFilter(
          request,
          new OnCommittedResponseWrapper(response) {
            @Override
            protected void onResponseCommitted() {
              noteSignIn(request);
            }
          });
    } finally {
      noteSignIn(request);
    }
  }

  private void endOrRenew(@Nullable HttpSession session) {
    if (session != null && isOver(session)) {
      session.invalidate();
    } else if (session != null) {
      staff.readGroups(session);
    }
  }

  private void noteSignIn(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      staff.noteSignIn(session);
      keepForLonger(session);
    }
  }

  /** Strangers can begin any number of sessions: these are kept for a shorter time. */
  private void keepForLonger(HttpSession session) {
    if (session.getMaxInactiveInterval() != usual.toSeconds()
        && (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                != null
            || staff.isSomebody(session))) {
      session.setMaxInactiveInterval((int) usual.toSeconds());
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
