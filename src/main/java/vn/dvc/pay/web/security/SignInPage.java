package vn.dvc.pay.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Leads a visitor to the page to sign in, and only a visitor: a script or a picture that asks for
 * something of ours gets 401. The page would begin a session for it, whose cookie would replace the
 * one that the person is signed in with. (The login page of Tasklist asks for an address of ours in
 * the background; whoever signed in there meanwhile was signed out again.)
 */
class SignInPage extends LoginUrlAuthenticationEntryPoint {

  SignInPage(String address) {
    super(address);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException, ServletException {
    if (isPartOfAPage(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      super.commence(request, response, refusal);
    }
  }

  /** Remembers what a visitor wanted to see, for after the sign-in; a part of a page is none. */
  static RequestCache wishes() {
    return wishes(request -> request.getMethod().equals("GET"));
  }

  static RequestCache wishes(RequestMatcher pages) {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(request -> pages.matches(request) && !isPartOfAPage(request));
    return cache;
  }

  /** Every current browser says so over https and to its own machine (W3C, Fetch Metadata). */
  private static boolean isPartOfAPage(HttpServletRequest request) {
    var mode = request.getHeader("Sec-Fetch-Mode");
    return mode != null && !mode.equals("navigate");
  }
}
