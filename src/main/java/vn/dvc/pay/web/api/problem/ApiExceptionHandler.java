package vn.dvc.pay.web.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.dvc.pay.web.DatabaseOutage;
import vn.dvc.pay.web.ProblemWriter;

/**
 * Answers every failure under {@code /api} and {@code /bank} with a problem, including requests
 * that matched no controller. Runs before Spring's own resolvers because those would log parts of
 * the request's body. Pages have a handler of their own.
 */
@Component
class ApiExceptionHandler implements HandlerExceptionResolver, Ordered {
  private final ProblemWriter problems;

  ApiExceptionHandler(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
    if (!ApiRefusals.concern(request.getServletPath())
        || thrown instanceof AccessDeniedException
        || thrown instanceof AuthenticationException) {
      return null;
    }
    if (thrown instanceof ErrorResponse spring) {
      spring.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    }
    var problem = ApiRefusals.problem(thrown);
    if (problem.status() == 503) {
      response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.RETRY_AFTER);
    }
    if (problem.facts().get("retryAfter") instanceof Number seconds) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    try {
      problems.write(request, response, problem);
    } catch (IOException callerHasGone) {
      throw new UncheckedIOException(callerHasGone);
    }
    return new ModelAndView();
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
