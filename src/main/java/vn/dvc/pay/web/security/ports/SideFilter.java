package vn.dvc.pay.web.security.ports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * At each port there is only what belongs to its side; everything else does not exist there. This
 * comes before all that reads sessions, so that a session counts on the side where it began.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 5)
class SideFilter extends OncePerRequestFilter {
  private final PortSettings ports;

  SideFilter(PortSettings ports) {
    this.ports = ports;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ports.isAnySeparate();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var side = ports.at(request.getLocalPort());
    // As the server read it, without tricks such as "//", ";" and "%6f".
    var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    if (ports.serve(side, path)) {
      chain.doFilter(new SideRequest(request, side), response);
    } else if (side == Side.STAFF && path.equals("/")) {
      response.sendRedirect("/operations");
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
