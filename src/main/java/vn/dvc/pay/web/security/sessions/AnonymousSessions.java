package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Whoever opens a page has a session, which remembers where to go on after the sign-in. Strangers
 * can begin any number of them, so they are kept for a shorter time until somebody signs in.
 */
@Component
class AnonymousSessions implements HttpSessionListener, HttpSessionAttributeListener {
  private static final Set<String> SIGNED_IN =
      Set.of(
          HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
          StaffSessions.CONTEXT,
          // Of the engine's own sign-in.
          "authenticatedUser");

  private final SessionSettings settings;

  AnonymousSessions(SessionSettings settings) {
    this.settings = settings;
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    event.getSession().setMaxInactiveInterval((int) settings.anonymous().toSeconds());
  }

  @Override
  public void attributeAdded(HttpSessionBindingEvent event) {
    if (SIGNED_IN.contains(event.getName())) {
      event.getSession().setMaxInactiveInterval(usual(event.getSession()));
    }
  }

  private static int usual(HttpSession session) {
    return (int) TimeUnit.MINUTES.toSeconds(session.getServletContext().getSessionTimeout());
  }
}
