package vn.dvc.pay.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Redirects a form submitted after the session has ended to the login page, which explains why,
 * instead of showing a bare refusal. Every other forbidden request is refused.
 */
class ExpiredFormHandler implements AccessDeniedHandler {
  private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
  private final String login;

  ExpiredFormHandler(String login) {
    this.login = login;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    if (denied instanceof CsrfException && nobodyIsSignedIn()) {
      response.sendRedirect(request.getContextPath() + login);
    } else {
      refuse.handle(request, response, denied);
    }
  }

  private static boolean nobodyIsSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() == null;
  }
}
