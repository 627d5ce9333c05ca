package vn.dvc.pay.web.security.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.web.security.openid.provider.Audience;

/**
 * Leads whoever has signed out in the background of a page on to the provider. Otherwise the next
 * page would sign them in again, unasked, by the provider's session that is still open.
 */
public class LeavingFilter extends OncePerRequestFilter {
  private final RequestMatcher pages;

  public LeavingFilter(RequestMatcher pages) {
    this.pages = pages;
  }

  /** What is called in the background would not lead anybody anywhere. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !pages.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(SignOut.LEAVING) != null) {
      response.sendRedirect(request.getContextPath() + Audience.STAFF.leaving());
    } else {
      chain.doFilter(request, response);
    }
  }
}
