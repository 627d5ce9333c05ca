package vn.dvc.pay.web.security.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Redirects a form submitted after the session has ended to the login page, which explains why,
 * instead of showing a bare refusal; after signing in, the payer is at the payment that the form
 * was about. Every other forbidden request is refused.
 */
public class ExpiredFormHandler implements AccessDeniedHandler {
  /** Where Spring Security looks for the page that a person wanted before signing in. */
  private static final String WANTED = "SPRING_SECURITY_SAVED_REQUEST";

  private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
  private final String login;

  public ExpiredFormHandler(String login) {
    this.login = login;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    if (response.isCommitted()) {
      return; // A form that came too slowly was refused while its token was looked for.
    }
    if (denied instanceof CsrfException && nobodyIsSignedIn()) {
      FormPage.of(request).ifPresent(page -> remember(request, page));
      response.sendRedirect(request.getContextPath() + login);
    } else {
      FormPage.of(request).ifPresent(page -> request.setAttribute("formPage", page));
      refuse.handle(request, response, denied);
    }
  }

  /** Only the page, never what was typed: a form may hold card data. */
  private static void remember(HttpServletRequest request, String page) {
    var address = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + page;
    var marked = address + (page.contains("?") ? "&" : "?") + "continue";
    request.getSession().setAttribute(WANTED, new SimpleSavedRequest(marked));
  }

  private static boolean nobodyIsSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() == null;
  }
}
