package vn.dvc.pay.web.security.forms;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a form that another site posted to us into a plain visit. Browsers send such a form without
 * the session cookie; any answer that begins a session would replace the one that the person is
 * signed in with.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForeignFormFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod())
        || !"cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        || hasNoSession(request.getRequestURI());
  }

  /** Programs call these, with credentials of their own. */
  private static boolean hasNoSession(String path) {
    return path.startsWith("/api/") || path.startsWith("/bank/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var home = request.getRequestURI().startsWith("/operations") ? "/operations" : "/";
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + home);
  }
}
