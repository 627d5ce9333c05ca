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
 * Two doors of the engine's web applications that nobody needs: whoever came first made himself
 * administrator by {@code setup} (CVE-2026-77226), and models are deployed by us only.
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

  /** Judges the path as the container decoded it, so that spelling it otherwise does not help. */
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
