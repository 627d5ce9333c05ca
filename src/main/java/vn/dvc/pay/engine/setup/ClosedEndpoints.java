package vn.dvc.pay.engine.setup;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes two endpoints of the engine's web applications that nobody needs: {@code setup} made its
 * first caller an administrator (CVE-2026-77226), and models are deployed only by us.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedEndpoints implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isClosed((HttpServletRequest) request)) {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * Checks the path as decoded by the container, so that alternative spellings do not get through.
   */
  private static boolean isClosed(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path =
        (request.getServletPath() + (info == null ? "" : info)).toLowerCase(Locale.ROOT) + "/";
    if (!path.contains("/camunda/")) {
      return false;
    }
    return path.contains("/setup/")
        || path.contains("/deployment/") && "POST".equalsIgnoreCase(request.getMethod());
  }
}
