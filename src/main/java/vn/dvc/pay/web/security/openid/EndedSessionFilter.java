package vn.dvc.pay.web.security.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends our session at the next request after the provider has ended its own. */
class EndedSessionFilter extends OncePerRequestFilter {
  private final SignedOutSessions signedOut;

  EndedSessionFilter(SignedOutSessions signedOut) {
    this.signedOut = signedOut;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null
        && who.getDetails() instanceof ProviderSession session
        && signedOut.hasEnded(session)) {
      var ours = request.getSession(false);
      if (ours != null) {
        ours.invalidate();
      }
      SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
    chain.doFilter(request, response);
  }
}
