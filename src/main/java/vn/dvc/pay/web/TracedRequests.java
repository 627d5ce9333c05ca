package vn.dvc.pay.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import vn.dvc.pay.tracing.Traces;

/**
 * Begins a trace with each request that may change something. It tells the pattern of the address,
 * since an address itself may hold anything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TracedRequests extends OncePerRequestFilter {
  private final Traces traces;

  TracedRequests(Traces traces) {
    this.traces = traces;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !traces.isOn()
        || request.getMethod().equals(HttpMethod.GET.name())
        || request.getMethod().equals(HttpMethod.HEAD.name());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var span = traces.begin(request.getMethod(), null)) {
      chain.doFilter(request, response);
      var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      if (pattern != null) {
        span.rename(request.getMethod() + " " + pattern);
      }
      span.with("status", String.valueOf(response.getStatus()));
    }
  }
}
