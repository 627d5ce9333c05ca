package vn.dvc.pay.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a HEAD for a page that may be opened, without opening it. The page would begin a session,
 * whose cookie would replace that of the person who signs in on the login page meanwhile.
 */
class MayOpenFilter extends OncePerRequestFilter {
  private final RequestMatcher pages;

  MayOpenFilter(RequestMatcher pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!request.getMethod().equals(HttpMethod.HEAD.name()) || !pages.matches(request)) {
      chain.doFilter(request, response);
    }
  }
}
