package vn.dvc.pay.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request to Tasklist, Cockpit and Admin its own script nonce. Camunda writes the nonce
 * of its Content-Security-Policy into the servlet context and reads it from there for the page, so
 * two requests at once get each other's nonce: the browser then refuses every script and the page
 * stays blank. Here the context that a request sees keeps that one attribute to itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoncePerRequestFilter extends OncePerRequestFilter {
  /** {@code ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE} of Camunda's web apps. */
  private static final String NONCE = "org.camunda.bpm.csp.nonce";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/camunda/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var context = withOwnNonce(request.getServletContext());
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletContext getServletContext() {
            return context;
          }
        },
        response);
  }

  private static ServletContext withOwnNonce(ServletContext shared) {
    var own = new HashMap<String, Object>();
    return (ServletContext)
        Proxy.newProxyInstance(
            NoncePerRequestFilter.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                arguments != null && NONCE.equals(arguments[0])
                    ? attribute(own, method, arguments)
                    : passOn(shared, method, arguments));
  }

  private static Object attribute(Map<String, Object> own, Method method, Object[] arguments) {
    return method.getName().equals("setAttribute") ? own.put(NONCE, arguments[1]) : own.get(NONCE);
  }

  private static Object passOn(ServletContext shared, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(shared, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
