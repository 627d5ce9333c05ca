package vn.dvc.pay.web.api.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;

/**
 * Reports what is rejected or fails before it reaches a controller, for example in the firewall, as
 * a problem like any other. Errors of pages go on to the error page.
 */
@Configuration(proxyBeanMethods = false)
class ApiErrorController {
  private static final Map<Integer, String> CODES =
      Map.of(
          401, "authentication-required",
          403, "access-denied",
          404, "path-not-found",
          405, "method-not-allowed",
          408, "body-too-slow",
          413, "body-too-large",
          503, "temporarily-unavailable");

  @Bean
  FilterRegistrationBean<Filter> problemsForErrors(ProblemWriter problems) {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) -> answer(request, response, chain, problems));
    filter.setDispatcherTypes(DispatcherType.ERROR);
    return filter;
  }

  private static void answer(
      ServletRequest request, ServletResponse response, FilterChain chain, ProblemWriter problems)
      throws IOException, ServletException {
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && ApiRefusals.concern(path)) {
      problems.write(
          (HttpServletRequest) request, (HttpServletResponse) response, problem(request));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Problem problem(ServletRequest request) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number
            ? number
            : 500;
    return status >= 500 && status != HttpServletResponse.SC_SERVICE_UNAVAILABLE
        ? ApiRefusals.internalError(
            (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))
        : new Problem(status, CODES.getOrDefault(status, "bad-request"));
  }
}
