package vn.dvc.pay.web.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks callers to come again until this node is ready. Its port is open some seconds before its
 * routes to banks and portal are. A node that stops is not ready either, but serves on: whoever
 * still comes has been sent by a proxy that has not noticed yet.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotBeforeReady extends OncePerRequestFilter {
  private static final String RETRY_AFTER = "5";
  private static final Set<String> PROBES = Set.of("/livez", "/readyz");

  private final ApplicationAvailability availability;
  private volatile boolean wasReady;

  NotBeforeReady(ApplicationAvailability availability) {
    this.availability = availability;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // Probes have answers of their own: a node that starts is alive, and no incident.
    return request.getServletPath().startsWith("/actuator/")
        || PROBES.contains(request.getServletPath())
        || hasBeenReady();
  }

  private boolean hasBeenReady() {
    if (!wasReady) {
      wasReady = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }
    return wasReady;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }
}
