package vn.dvc.pay.engine.tasks;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.stereotype.Component;

/**
 * Lets into the engine's web applications whoever signed in as staff at the identity provider, with
 * the groups that the provider named. Others meet the web applications' own login.
 */
@Component
class TasklistSignInFilter extends ContainerBasedAuthenticationFilter {

  TasklistSignInFilter() {
    authenticationProvider = new SignedIn();
  }

  @Override
  public void init(FilterConfig noClassToLoad) {
    // The engine would create its provider from a class name.
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (((HttpServletRequest) request).getUserPrincipal() == null) {
      chain.doFilter(request, response);
    } else {
      super.doFilter(request, response, chain);
    }
  }

  private static class SignedIn implements AuthenticationProvider {

    /**
     * Without groups here, the engine asks its tables, where every sign-in brings them up to date.
     */
    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      return AuthenticationResult.successful(request.getUserPrincipal().getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // Never reached: who is not signed in passes by.
    }
  }
}
