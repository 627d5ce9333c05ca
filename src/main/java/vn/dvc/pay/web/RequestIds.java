package vn.dvc.pay.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id that appears in its log lines and, if it fails through a fault of ours,
 * is the incident number given to the caller.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIds extends OncePerRequestFilter {
  /** Named in {@code logging.pattern.correlation}. */
  private static final String KEY = "request";

  public static String currentId() {
    var id = MDC.get(KEY);
    return id == null ? freshId() : id;
  }

  private static String freshId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(KEY) == null) {
      request.setAttribute(KEY, freshId());
    }
    try (var entry = MDC.putCloseable(KEY, (String) request.getAttribute(KEY))) {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (response.isCommitted() || request.getDispatcherType() == DispatcherType.ERROR) {
        throw failure;
      }
      // The API or the error page reports it as an incident. Tomcat would have them do the same,
      // but would first log the failure's text, which may quote what a payer typed.
      request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  /** An error is reported under the id of the request that failed. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
